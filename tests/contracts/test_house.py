"""The rules that every module of the house keeps."""

import ast
import re

import pytest

FORBIDDEN = re.compile(r"(Manager|Helper|Util|Utils|Utility|Processor|Handler)(?![a-z])")

WRITES_JSON = {
    "allsource.model.records": "writes nouns as the JSON of the command-line contract",
    "allsource.report.check": "gives the JSON of `allsource check`",
    "allsource.vocab": "gives YAML as it stands in its file",
}
"""Modules whose public functions may return a bare dict, and why. The CLI writes JSON too."""


def defined(tree):
    """Names defined at the top of a module, with their nodes; imports apart."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, node
        elif isinstance(node, ast.Assign):
            yield from ((one.id, node) for one in node.targets if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node


def public(tree):
    """What a module offers: names of types that only it uses, and private names, apart."""
    for name, node in defined(tree):
        if not name.startswith("_") and not _names_a_type(node):
            yield name, node


def _names_a_type(node):
    """Whether this is a TypeVar or an alias such as ``Literal[...]`` or ``A | B``."""
    value = getattr(node, "value", None)
    if isinstance(value, ast.Call):
        return getattr(value.func, "id", "") in {"TypeVar", "ParamSpec"}
    either = isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr)
    return isinstance(value, ast.Subscript) or either


def told(tree):
    """The literal ``__all__`` of a module, or None."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id == "__all__" for one in node.targets
        ):
            return ast.literal_eval(node.value)
    return None


def imported_names(tree):
    return {
        (one.asname or one.name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for one in node.names
    }


def in_order(name):
    """Constants, then classes, then functions, each by name: as ruff sorts ``__all__``."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def test_a_module_says_what_it_answers(module):
    assert (ast.get_docstring(module.tree) or "").strip()


def test_public_names_are_listed_and_sorted(module):
    names = {name for name, _ in public(module.tree)}
    listed = told(module.tree) or []
    there = {name for name, _ in defined(module.tree)} | imported_names(module.tree)

    assert names - set(listed) == set(), "public, but not in __all__"
    assert set(listed) - there == set(), "in __all__, but not there"
    assert listed == sorted(listed, key=in_order)


def test_names_that_others_import_are_listed(modules):
    listed = {module.name: set(told(module.tree) or ()) for module in modules}
    asked = {
        (module.name, node.module, one.name)
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.module in listed
        for one in node.names
        if f"{node.module}.{one.name}" not in listed
    }
    wrong = [f"{by}: {name} of {of}" for by, of, name in sorted(asked) if name not in listed[of]]

    assert wrong == []


def test_public_names_are_documented(module):
    nodes = [
        node for _, node in public(module.tree) if not isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    methods = [
        method
        for node in nodes
        if isinstance(node, ast.ClassDef)
        for method in node.body
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
    ]

    assert [node.name for node in nodes + methods if not ast.get_docstring(node)] == []


def test_names_come_from_the_desk(module):
    classes = [node.name for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    parts = [part.title() for part in module.name.split(".")]

    assert [name for name in classes + parts if FORBIDDEN.search(name)] == []


@pytest.mark.parametrize("name", ["ClaimManager", "DateUtils", "FileHandlerBase", "Helper"])
def test_a_name_from_software_is_seen(name):
    assert FORBIDDEN.search(name)


def _frozen_and_slotted(node):
    for mark in node.decorator_list:
        if isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "dataclass":
            said = {one.arg: getattr(one.value, "value", None) for one in mark.keywords}
            return said.get("frozen") is True and said.get("slots") is True
    return {getattr(base, "id", "") for base in node.bases} & {"NamedTuple", "StrEnum", "Enum"}


def test_the_nouns_are_frozen_and_slotted(modules):
    nouns = [
        node
        for module in modules
        if module.room == "model"
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    ]

    assert len(nouns) > 10
    assert [node.name for node in nouns if not _frozen_and_slotted(node)] == []


def bare(annotation):
    """Whether a return annotation holds a dict whose values are not told."""
    if annotation is None:
        return False
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    told_of = {
        id(node.value)
        for node in ast.walk(annotation)
        if isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Tuple)
        and getattr(node.slice.elts[-1], "id", "") not in {"Any", "object"}
    }
    return any(
        isinstance(node, ast.Name)
        and node.id in {"dict", "Dict", "Mapping"}
        and id(node) not in told_of
        for node in ast.walk(annotation)
    )


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("dict", True),
        ("list[dict[str, Any]]", True),
        ("Mapping[str, object]", True),
        ("dict[str, Document]", False),
        ("tuple[Claim, ...]", False),
    ],
)
def test_a_bare_dict_is_seen(written, answer):
    assert bare(ast.parse(written, mode="eval").body) is answer


def test_nothing_crosses_a_border_as_a_bare_dict(module):
    if module.room == "cli" or module.name in WRITES_JSON:
        return
    returns = [
        name
        for name, node in public(module.tree)
        if isinstance(node, ast.FunctionDef) and bare(node.returns)
    ]

    assert returns == []
