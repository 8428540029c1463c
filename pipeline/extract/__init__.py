"""The extractors, listed: one module per kind of fact."""

from pipeline.extract.actions.actions import ACTIONS
from pipeline.extract.base import Extractor
from pipeline.extract.business.agenda_items import AGENDA_ITEMS
from pipeline.extract.business.recommendations import RECOMMENDATIONS
from pipeline.extract.business.reports import REPORTS
from pipeline.extract.decisions.resolutions import RESOLUTIONS
from pipeline.extract.header.meeting import HEADER
from pipeline.extract.motions.motions import MOTIONS
from pipeline.extract.people.attendance import ATTENDANCE
from pipeline.extract.people.declarations import DECLARATIONS
from pipeline.extract.people.membership import MEMBERSHIP
from pipeline.extract.plans.claims import CLAIMS
from pipeline.extract.plans.forward_plan import FORWARD_PLAN
from pipeline.extract.plans.milestones import MILESTONES

EXTRACTORS: tuple[Extractor, ...] = (
    HEADER,
    MEMBERSHIP,
    ATTENDANCE,
    AGENDA_ITEMS,
    DECLARATIONS,
    RESOLUTIONS,
    MOTIONS,
    ACTIONS,
    REPORTS,
    RECOMMENDATIONS,
    MILESTONES,
    CLAIMS,
    FORWARD_PLAN,
)

__all__ = ["EXTRACTORS", "Extractor"]
