"""Collects the counted texts of the program and writes English's own plurals ("1 measure", "2 measures").

`make texts` runs it after such a text has changed. They are filled in by the rule of the command line; what that rule
cannot do is written into resources/i18n/scorecard_en.ts by hand and stays there.
"""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from scorecard.cli.english import tr as english

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "i18n" / "scorecard_en.ts"


def main() -> None:
    tools = Path(sys.executable).parent
    files = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "scorecard").rglob("*.py"))
    SOURCE.parent.mkdir(parents=True, exist_ok=True)
    languages = ["-source-language", "en_US", "-target-language", "en_US"]
    run(
        tools / "pyside6-lupdate",
        *files,
        "-ts",
        str(SOURCE),
        "-pluralonly",
        "-no-obsolete",
        "-locations",
        "none",
        *languages,
    )
    fill_regular_plurals()
    run(tools / "pyside6-lrelease", SOURCE, "-qm", SOURCE.with_suffix(".qm"))


def run(*command: object) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def fill_regular_plurals() -> None:
    tree = ElementTree.parse(SOURCE)
    for message in tree.iter("message"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        if translation is None or translation.get("type") != "unfinished":
            continue
        forms = translation.findall("numerusform")
        for form, count in zip(forms, (1, 2), strict=True):
            form.text = english(source.replace("%n", "%%"), n=count).replace("%%", "%n")
        del translation.attrib["type"]
    tree.write(SOURCE, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
