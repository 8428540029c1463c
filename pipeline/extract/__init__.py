"""The extractors, listed: one module per kind of fact."""

from pipeline.extract.actions import ACTIONS
from pipeline.extract.agenda_items import AGENDA_ITEMS
from pipeline.extract.attendance import ATTENDANCE
from pipeline.extract.base import Extractor
from pipeline.extract.claims import CLAIMS
from pipeline.extract.declarations import DECLARATIONS
from pipeline.extract.forward_plan import FORWARD_PLAN
from pipeline.extract.header import HEADER
from pipeline.extract.membership import MEMBERSHIP
from pipeline.extract.milestones import MILESTONES
from pipeline.extract.motions import MOTIONS
from pipeline.extract.recommendations import RECOMMENDATIONS
from pipeline.extract.reports import REPORTS
from pipeline.extract.resolutions import RESOLUTIONS

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
