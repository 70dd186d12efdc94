"""Tables in the hands of other libraries, each imported only when it is asked for."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from nutgraf import Table

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


def to_arrow(table: Table) -> "pyarrow.Table":
    """The table in pyarrow; the memory is shared."""
    made: pyarrow.Table = _library("pyarrow", "to_arrow", "pandas").table(table)
    return made


def to_pandas(table: Table) -> "pandas.DataFrame":
    """The table in pandas. pandas reads Arrow through pyarrow."""
    library = _library("pandas", "to_pandas", "pandas")
    _library("pyarrow", "to_pandas", "pandas")
    if hasattr(library.DataFrame, "from_arrow"):
        frame: pandas.DataFrame = library.DataFrame.from_arrow(table)
    else:
        frame = to_arrow(table).to_pandas()
    return frame


def to_polars(table: Table) -> "polars.DataFrame":
    """The table in Polars."""
    frame: polars.DataFrame = _library("polars", "to_polars", "polars").DataFrame(table)
    return frame


def _library(name: str, method: str, extra: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        message = f'{method}() needs {name}, which is not installed: pip install "nutgraf[{extra}]"'
        raise ModuleNotFoundError(message, name=name) from None
