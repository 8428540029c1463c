"""Names of plans, without what changes each quarter."""

import pytest

from pipeline.resolve.milestones.names import is_distinctive, period_of, plan_words, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Appendix 1: Harbour Plan 2024-26, position at 31 May 2024",
            "Appendix A - Harbour Plan 2024-26, position at 28 February 2025",
        ),
        ("Harbour Plan Quarter 2", "Harbour Plan - Q3 2025/26 update"),
        ("Harbour Plan as at 01/09/2024", "HARBOUR PLAN"),
        ("Harbour Plan: Progress Report, March 2025", "Harbour Plan Summary"),
    ],
)
def test_a_plan_is_known_by_its_name_whatever_its_dates(one, other):
    assert plan_words(one) == plan_words(other) == {"harbour", "plan"}


def test_plans_of_other_names_are_others():
    names = map(plan_words, ("Harbour Plan", "Harbour Safety Plan", "Street Trees Plan"))
    first, second, third = names
    assert not same_name(first, second)
    assert not same_name(second, third)
    assert not same_name(plan_words(None), plan_words(None))


def test_an_action_plan_has_no_name_of_its_own():
    assert not is_distinctive(plan_words("Action Plan 2025"))
    assert is_distinctive(plan_words("Street Trees Action Plan"))


def test_the_period_is_what_the_dates_say():
    assert period_of("Plan 2024-26, position at 31 May 2024", None) == {"31 may 2024"}
    assert period_of("Plan 2024-26", "QUARTER 2") == {"quarter 2"}
    assert period_of("Plan 2024-26", None) == set()
