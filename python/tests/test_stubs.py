"""The stub file tells what the native module tells. `make stubs` checks its types."""

import ast
from inspect import cleandoc, getdoc
from pathlib import Path
from typing import Any

import nutgraf
from nutgraf import _native

STUB = ast.parse((Path(nutgraf.__file__).parent / "_native.pyi").read_text(encoding="utf-8"))


# The methods with underscores that are documented: those of the Arrow PyCapsule interface.
CAPSULES = {"__arrow_c_stream__", "__arrow_c_schema__"}


def documented(body: list[ast.stmt]) -> dict[str, str]:
    """The documentation of functions, and of attributes by the string behind them."""
    found = {}
    for item, following in zip(body, [*body[1:], None], strict=True):
        match item, following:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name), _:
                found[name] = ast.get_docstring(item)
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = cleandoc(text)
    return {name: text for name, text in found.items() if text}


def check(owner: Any, body: list[ast.stmt], names: set[str]) -> None:
    found = documented(body)
    assert set(found) == names
    for name, text in found.items():
        assert text == getdoc(getattr(owner, name)), f"{owner.__name__}.{name}"


def test_documentation_of_functions_and_classes() -> None:
    check(_native, STUB.body, set(_native.__all__) - {"__version__"})


def test_documentation_of_attributes_and_methods() -> None:
    for item in STUB.body:
        if isinstance(item, ast.ClassDef) and item.name not in ("NutgrafError", "_Column"):
            owner = getattr(nutgraf, item.name)
            names = {name for name in vars(owner) if not name.startswith("_") or name in CAPSULES}
            check(owner, item.body, names)


def test_the_package_offers_what_the_module_does() -> None:
    assert sorted(nutgraf.__all__) == sorted([*_native.__all__, "render"])
    assert nutgraf.__all__ == sorted(nutgraf.__all__, key=lambda name: (name[0].islower(), name))
