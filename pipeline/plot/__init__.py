"""Pictures of what an archive holds, as SVG and PNG: from rows to bytes, and nothing else.

The same rows give the same bytes wherever the same Matplotlib draws them.
"""

from pipeline.plot.lanes import PlanChart, plan_chart
from pipeline.plot.plans import description, draw_plan, plan_picture, title

__all__ = ["PlanChart", "description", "draw_plan", "plan_chart", "plan_picture", "title"]
