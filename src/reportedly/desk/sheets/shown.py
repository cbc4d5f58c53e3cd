"""A sheet in, its lines for a terminal, its HTML page or its PDF out."""

import json
from typing import IO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from rich.padding import Padding
from rich.text import Text

from reportedly.desk.page import TEMPLATES
from reportedly.desk.pictures.printed import pdf
from reportedly.desk.sheets.sheet import Note, Numbering, Sentence, Sheet
from reportedly.desk.terminal import terminal
from reportedly.desk.wording import wording
from reportedly.desk.words_for import number_words


def print_sheet(sheet: Sheet, stream: IO[str]) -> None:
    """Prints the sheet with its notes at the end; drawings are for pages."""
    console, numbering = terminal(stream), Numbering()
    console.print(Text(sheet.title, "bold"))
    console.print(Text(sheet.lead, "dim"))
    for section in sheet.sections:
        if section.sentences:
            console.print()
            console.print(Text(section.heading, "bold"))
        for sentence in section.sentences:
            marks = "".join(f"[{number}]" for number in numbering.of(sentence))
            line = Text(sentence_words(sentence)).append(f" {marks}", "dim")
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
    if numbering.notes:
        console.print()
        console.print(Text(wording().phrase("sheet_notes"), "bold"))
    for number, note in enumerate(numbering.notes, start=1):
        line = Text(f"[{number}] ", "dim").append(note_words(note), "default")
        console.print(Padding(line, (0, 0, 0, 2), expand=False))


def html(sheet: Sheet) -> str:
    """One page that fetches nothing, printable as it is."""
    numbering = Numbering()
    marks = {id(sentence): numbering.of(sentence) for part in sheet.sections for sentence in part.sentences}
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("sheet.html").render(
        sheet=sheet,
        notes=numbering.notes,
        marks=marks,
        id=id,
        language=wording().language,
        words=sentence_words,
        heading=wording().phrase("sheet_notes"),
        quoted=lambda quote: wording().page("quoted", quote=quote),
    )


def printed(sheet: Sheet) -> bytes:
    """The PDF, with real footnotes; UsageError where Typst is not installed."""
    numbering = Numbering()
    parts = [
        {
            "heading": section.heading,
            "drawing": None if section.drawing is None else str(section.drawing),
            "sentences": [_printed(sentence, numbering) for sentence in section.sentences],
        }
        for section in sheet.sections
    ]
    page = {"title": sheet.title, "lead": sheet.lead, "language": wording().language, "sections": parts}
    return pdf(TEMPLATES / "sheet.typ", json.dumps(page, ensure_ascii=False))


def sentence_words(sentence: Sentence) -> str:
    """The sentence, and how many claims it rests on beside those noted."""
    if not sentence.more:
        return sentence.text
    return f"{sentence.text} {number_words('sheet_more', sentence.more)}"


def note_words(note: Note) -> str:
    """The claim's words, who says them, and where they can be read."""
    return " ".join([wording().page("quoted", quote=note.quote), note.said, *([note.uri] if note.uri else [])])


def _printed(sentence: Sentence, numbering: Numbering) -> dict[str, object]:
    """The sentence with its notes by number; ``text`` only where a note comes up for the first time."""
    known = len(numbering.notes)
    notes = [
        {"number": number, "text": note_words(numbering.notes[number - 1]) if number > known else None}
        for number in numbering.of(sentence)
    ]
    return {"text": sentence_words(sentence), "notes": notes}
