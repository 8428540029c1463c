import pytest

from models.asked import may_ask


@pytest.mark.parametrize(
    "sentence",
    [
        "Would the Clerk write to the ferry company?",
        "At the last meeting the Clerk was asked to order two bins.",
        "To ask the Clerk to order two bins.",
        "Clerk to",
        "Cllr Tarn moved the motion that the Clerk be asked to order two bins.",
        "word " * 60 + "to order two bins.",
    ],
    ids=["question", "past", "agenda", "scrap", "motion", "endless"],
)
def test_what_can_be_no_action_is_never_asked_about(sentence: str) -> None:
    assert not may_ask(sentence)


def test_a_sentence_with_a_task_in_it_is() -> None:
    assert may_ask("Clerk asked to thank the bell ringers.")
