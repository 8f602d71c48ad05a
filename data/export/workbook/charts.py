"""Charts of a workbook: attendance by group as bars, arrivals over time as columns."""

from typing import Any

from data.export.table.styles import BAR, HEADING_FILL
from data.export.workbook.sheet import Sheet

_WIDTH = 17.5
_HEIGHT = 7.5
_MOST_SIDE_BY_SIDE = 15
_HEIGHT_OF_A_GROUP = 0.75


def chart_height(groups: int) -> float:
    """How high a chart of this many groups is, in centimetres."""
    return _HEIGHT if groups <= _MOST_SIDE_BY_SIDE else 3 + groups * _HEIGHT_OF_A_GROUP


def bar_chart(sheet: Sheet, title: str, rows: tuple[int, int], *, labels: int, listed: int, came: int) -> Any:
    """Bars side by side of how many were listed and how many came, from columns of ``sheet``."""
    chart = _chart(sheet, title, rows, labels, (listed, came))
    groups = rows[1] - rows[0] + 1
    if groups > _MOST_SIDE_BY_SIDE:
        # Below one another, in the order of the table, so that every name keeps its place.
        chart.type = "bar"
        chart.x_axis.scaling.orientation = "maxMin"
        chart.x_axis.tickLblSkip = 1
        chart.height = chart_height(groups)
    chart.series[0].graphicalProperties.solidFill = BAR
    chart.series[1].graphicalProperties.solidFill = HEADING_FILL
    chart.legend.position = "b"
    return chart


def column_chart(sheet: Sheet, title: str, rows: tuple[int, int], *, labels: int, values: int) -> Any:
    """Columns of one figure, from columns of ``sheet``."""
    chart = _chart(sheet, title, rows, labels, (values,))
    chart.series[0].graphicalProperties.solidFill = HEADING_FILL
    chart.legend = None
    chart.gapWidth = 30
    return chart


def _chart(sheet: Sheet, title: str, rows: tuple[int, int], labels: int, columns: tuple[int, ...]) -> Any:
    from openpyxl.chart import BarChart, Reference

    first, last = rows
    chart = BarChart()
    chart.type = "col"
    chart.title = title
    chart.width, chart.height = _WIDTH, _HEIGHT
    for column in columns:
        # The row above the first holds the heading, which names the series.
        chart.add_data(Reference(sheet.frame, column, first - 1, column, last), titles_from_data=True)
    chart.set_categories(Reference(sheet.frame, labels, first, labels, last))
    # openpyxl leaves this unset, and Excel then draws no axes.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    chart.y_axis.number_format = "0"
    # A bar that does not begin at nothing lies about its length.
    chart.y_axis.scaling.min = 0
    return chart
