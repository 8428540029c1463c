"""What came in stays where it is: papers added one by one, in whatever order."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.extraction import Sidecar
from tests.resolve.building import milestone
from tests.resolve.milestones.building import DAYS, links, report

WORDS = (
    "Open",
    "hub",
    "school",
    "tutors",
    "ten",
    "10",
    "survey",
    "phase 1",
    "phase 2",
    "Dock Street",
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
stones = st.builds(
    milestone,
    texts,
    activity=st.sampled_from((None, "Recruit tutors", "Open the hubs")),
    number=st.sampled_from((None, "1", "2")),
    theme=st.sampled_from((None, "Learning", "Buildings")),
    plan=st.sampled_from(
        (None, "Best Start Plan 2021", "Best Start Plan, position at 3 June 2021")
    ),
    lead_officers=st.sampled_from(((), ("Ida Holm",), ("Per Lund", "Ida Holm"))),
    status=st.sampled_from((None, "Completed", "On Target", "Red")),
    percent_complete=st.sampled_from((None, 10, 100)),
)
BODIES = ("Netherby Best Start Board", "Best Start Board", "BSB", "Overby Cabinet", None)

sidecars = st.builds(
    Sidecar,
    body=st.sampled_from((None, "Best Start Board", "Cabinet")),
    authority=st.sampled_from((None, "Netherby Council", "Overby Council")),
    meeting_date=st.sampled_from((None, *DAYS)),
)
"""What papers that come in later may add to what is known of bodies and meetings."""


@st.composite
def arrivals(draw):
    """Papers in an order of arrival; now and then two come in with one run."""
    count = draw(st.integers(2, 6))
    papers, run = [], 0
    for label in range(count):
        run += draw(st.sampled_from((1, 1, 1, 0)))
        papers.append(
            report(
                f"p{label}",
                draw(st.sampled_from((*DAYS, None))),
                *draw(st.lists(stones, min_size=1, max_size=8)),
                body=draw(st.sampled_from(BODIES)),
                sidecar=draw(sidecars),
                run=run,
            )
        )
    return papers


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(arrivals())
def test_a_paper_added_changes_no_history_and_moves_no_row(papers):
    runs = sorted({paper.ingested_at for paper in papers})
    before = {}
    for run in runs:
        after = links([paper for paper in papers if paper.ingested_at <= run])
        assert before.items() <= after.items()
        before = after
    assert len(before) == sum(len(paper.facts) - 1 for paper in papers)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(arrivals(), st.randoms(use_true_random=False))
def test_the_order_that_papers_are_handed_over_in_changes_nothing(papers, random):
    shuffled = list(papers)
    random.shuffle(shuffled)
    assert links(shuffled) == links(papers)
