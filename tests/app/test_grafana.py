"""The dashboard for Grafana: all that its panels ask for is answered with the fields that they name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from tests.app.builders import TOMAS

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "app" / "grafana"
DASHBOARD = json.loads((FOLDER / "dashboard.json").read_text(encoding="utf-8"))
VARIABLES = {
    "__from:date:YYYY-MM-DD": "2024-01-01",
    "__to:date:YYYY-MM-DD": "2024-12-31",
    "around:percentencode": TOMAS.id,
}


def targets() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every question of the dashboard, with the name of its panel or variable."""
    for variable in DASHBOARD["templating"]["list"]:
        yield variable["name"], variable["query"]["infinityQuery"]
    for panel in DASHBOARD["panels"]:
        for target in panel["targets"]:
            yield panel["title"], target


def at(item: Any, selector: str) -> Any:
    """What stands at a selector such as `a.name`; raises if nothing does."""
    for key in selector.split("."):
        item = item[key]
    return item


@pytest.mark.parametrize(("name", "target"), targets())
async def test_every_field_of_every_panel_is_in_the_answer(
    api: httpx.AsyncClient, name: str, target: dict[str, Any]
) -> None:
    url = re.sub(r"\$\{([^}]+)\}", lambda variable: VARIABLES[variable[1]], target["url"])

    answer = await api.get(url)

    assert answer.status_code == 200, answer.text
    root = target["root_selector"]
    rows = answer.json()[root] if root else [answer.json()]
    assert rows
    for column in target["columns"]:
        values = [at(row, column["selector"]) for row in rows]
        if column["type"] == "number":
            assert all(isinstance(value, int | float) for value in values), column
        if column.get("timestampFormat") == "2006-01":
            assert all(re.fullmatch(r"\d{4}-\d{2}", value) for value in values)


async def test_a_node_graph_has_the_fields_that_the_panel_wants(api: httpx.AsyncClient) -> None:
    """Rings that are whole, edges between nodes of it, and ids that occur once."""
    for path in (f"/v1/panels/network?around={TOMAS.id}", "/v1/panels/countries"):
        network = (await api.get(path)).json()

        ids = [node["id"] for node in network["nodes"]]
        assert len(ids) == len(set(ids)) > 1
        for node in network["nodes"]:
            assert sum(value for key, value in node.items() if key.startswith("arc__")) == 1
        edges = [edge["id"] for edge in network["edges"]]
        assert len(edges) == len(set(edges)) > 0
        assert {end for edge in network["edges"] for end in (edge["source"], edge["target"])} <= set(ids)


async def test_what_panels_do_with_fields_names_fields_that_they_ask_for() -> None:
    """Colours of rings, the fields of a matrix, overrides, and the order of columns.

    The data source hands columns on in the order of their names: tables put them as they are asked for.
    """
    for panel in DASHBOARD["panels"]:
        asked = {column["text"] for target in panel["targets"] for column in target["columns"]}
        steps = panel.get("transformations", ())
        matrices = [step["options"] for step in steps if step["id"] == "groupingToMatrix"]
        orders = [step["options"]["indexByName"] for step in steps if step["id"] == "organize"]
        named = {arc["field"] for arc in panel.get("options", {}).get("nodes", {}).get("arcs", ())}
        named |= {matrix[field] for matrix in matrices for field in ("rowField", "columnField", "valueField")}
        named |= {
            override["matcher"]["options"]
            for override in panel["fieldConfig"]["overrides"]
            if override["matcher"]["id"] == "byName"
        } - {f"{matrix['rowField']}\\{matrix['columnField']}" for matrix in matrices}
        assert named <= asked, panel["title"]
        if panel["type"] == "table" and not matrices:
            (columns,) = ([column["text"] for column in target["columns"]] for target in panel["targets"])
            assert orders == [{name: place for place, name in enumerate(columns)}], panel["title"]
        if panel["type"] == "nodeGraph":
            assert {name for name in asked if name.startswith("arc__")} == named


async def test_compose_runs_it_with_the_files_of_this_folder() -> None:
    """And everything that the files take from the environment is given there."""
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]["grafana"]
    mounted = {Path(volume.partition(":")[0]).name for volume in service["volumes"] if "app/" in volume}
    source = (FOLDER / "datasource.yml").read_text(encoding="utf-8")
    (defined,) = yaml.safe_load(source)["datasources"]

    assert service["profiles"] == ["grafana"]
    assert mounted == {file.name for file in FOLDER.iterdir() if file.suffix in (".yml", ".json")}
    assert set(re.findall(r"\$(\w+)", source)) <= set(service["environment"])
    assert {target["datasource"]["uid"] for _, target in targets()} == {defined["uid"]}
    assert defined["type"] in service["environment"]["GF_PLUGINS_PREINSTALL"]
