"""A page as served, read back: its forms, and of each control its name, whether it must be filled, what stands in it.

Controls are what a person sees and fills: inputs, selects, text areas, groups of radios and boxes, pickers. Hidden
inputs and buttons are sent as they stand and asked of nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import html

UNSEEN = frozenset({"hidden", "submit", "button", "reset", "image"})
TYPED = "__typed"


@dataclass
class Control:
    """One thing a form asks.

    ``standing``: the values it holds when the page opens; ``options``: what may be chosen, value → words.
    """

    name: str
    label: str
    sort: str
    standing: tuple[str, ...] = ()
    required: bool = False
    options: dict[str, str] = field(default_factory=dict)

    @property
    def prefilled(self) -> bool:
        """Whether something stands in it."""
        return any(value.strip() for value in self.standing)


@dataclass
class Form:
    """A form with its controls in the order of the page, and what it sends besides."""

    action: str
    method: str
    controls: dict[str, Control]
    hidden: dict[str, list[str]]
    buttons: list[tuple[str, str, str]]

    def sent(self, answers: dict[str, list[Any]]) -> dict[str, list[Any]]:
        """What a browser sends: what stands, and the answers in their places."""
        data: dict[str, list[Any]] = {name: list(values) for name, values in self.hidden.items()}
        for control in self.controls.values():
            if control.standing and control.sort != "file":
                data[control.name] = list(control.standing)
        return data | {name: values for name, values in answers.items() if values}


class Page:
    """An answer of the site."""

    def __init__(self, response: Any, address: str) -> None:
        self.response, self.address = response, address
        self.text = response.content.decode() if not response.streaming else ""
        kind = response.headers.get("Content-Type", "")
        self.tree = html.fromstring(self.text) if self.text.strip() and "html" in kind else html.fromstring("<p></p>")

    @property
    def body(self) -> Any:
        """What stands between head and foot of the page."""
        found = self.tree.xpath("//main")
        return found[0] if found else self.tree

    @property
    def words(self) -> str:
        """All its words."""
        return " ".join(self.body.text_content().split())

    def forms(self) -> list[Form]:
        """Every form of the page's body."""
        return [self._form(one) for one in self.body.iter("form")]

    def links(self) -> list[tuple[str, str]]:
        """Words and address of each link."""
        return [(" ".join(one.text_content().split()), one.get("href") or "") for one in self.body.iter("a")]

    def faults(self) -> list[str]:
        """What the page says went wrong."""
        marked = self.body.xpath(".//*[@role='alert'] | .//*[contains(@class,'lz-error')]")
        return list(dict.fromkeys(" ".join(one.text_content().split()) for one in marked))

    def _form(self, node: Any) -> Form:
        controls: dict[str, Control] = {}
        hidden: dict[str, list[str]] = {}
        buttons = []
        loose = self.tree.xpath(f"//*[@form='{node.get('id')}']") if node.get("id") else []
        for one in [*node.iter("input", "select", "textarea", "button"), *loose]:
            name, sort = one.get("name") or "", (one.get("type") or "").lower()
            if one.tag == "button" or sort in UNSEEN - {"hidden"}:
                words = " ".join(one.text_content().split()) or one.get("value", "")
                buttons.append((words, name, one.get("value", "")))
            elif not name or one.get("disabled") is not None:
                continue
            elif sort == "hidden" or self._under(one, "hidden"):
                hidden.setdefault(name, []).append(one.get("value", ""))
            else:
                self._note(controls, one, name)
        return Form(node.get("action") or "", (node.get("method") or "get").lower(), controls, hidden, buttons)

    def _note(self, controls: dict[str, Control], one: Any, name: str) -> None:
        sort = one.tag if one.tag != "input" else (one.get("type") or "text").lower()
        if name.endswith(TYPED):
            name, sort = name.removesuffix(TYPED), "picker"
        elif one.xpath("ancestor::*[@data-picker]"):
            sort = "picker"
        required = self._required(one)
        control = controls.setdefault(name, Control(name, self._label(one, name), sort))
        control.required |= required
        if sort == "picker" and (one.get("type") or "text") != "checkbox":
            return
        if sort in ("checkbox", "radio", "picker"):
            value = one.get("value", "on")
            control.options[value] = " ".join((one.getparent().text_content() or "").split())
            if one.get("checked") is not None:
                control.standing += (value,)
        elif sort == "select":
            control.options = {o.get("value", o.text or ""): (o.text or "").strip() for o in one.iter("option")}
            chosen = [o.get("value", o.text or "") for o in one.iter("option") if o.get("selected") is not None]
            first = [] if one.get("multiple") is not None else list(control.options)[:1]
            control.standing += tuple(chosen or first)
        else:
            text = one.text or "" if one.tag == "textarea" else one.get("value", "")
            control.standing += (text.removeprefix("\n"),) if text else ()

    def _label(self, one: Any, name: str) -> str:
        legend = one.xpath("ancestor::fieldset[1]/legend")
        labelled = self.tree.xpath("//label[@for=$key]", key=one.get("id") or "-")
        found = legend or labelled or one.xpath("ancestor::label[1]")
        words = found[0].text_content() if found else one.get("aria-label") or name
        return " ".join(words.split()).removesuffix("必填")

    @staticmethod
    def _required(one: Any) -> bool:
        mark = one.xpath("ancestor::div[contains(@class,'lz-field')][1]//span[@class='lz-required']")
        return one.get("required") is not None or bool(mark)

    @staticmethod
    def _under(one: Any, attribute: str) -> bool:
        return bool(one.xpath(f"ancestor::*[@{attribute}]"))
