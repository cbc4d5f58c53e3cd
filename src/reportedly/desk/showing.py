"""One merged incident in, everything a ledger knows of it out for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from reportedly.desk.decided import decisions_table
from reportedly.desk.dossiers import Dossier
from reportedly.desk.listing import short_id, told_words
from reportedly.desk.table import COLUMNS_FROM, plain, what_words
from reportedly.desk.terminal import terminal
from reportedly.desk.views.matrix import HELD, Matrix, Saying, matrix_of
from reportedly.desk.views.merging import ties
from reportedly.desk.views.rivals import Side, sides_of
from reportedly.desk.views.told import Printed, origins, printed
from reportedly.desk.views.tolls import history
from reportedly.desk.views.values import Heard, Shown, values_of
from reportedly.desk.wording import wording
from reportedly.desk.words_for import chain_words, count_words, moment_words, number_words, rival_words
from reportedly.records.judgements import Act, Decision, Judgement
from reportedly.records.merged import Incident, ToldBy
from reportedly.records.moments import Moment, day_of
from reportedly.records.standing import standing

QUOTE = 72
"""Characters of a quote that are shown: a line of a narrow terminal."""
HEARD = 8
"""Speakers that are shown for or against one value; JSON has them all."""
SLIGHT = 0.05
"""The weight below which a reason would be shown as nothing."""
LABELS, SPEAKER_WIDTH, WEIGHT_WIDTH = 12, 18, 5
"""Characters: "suspected by" and the longest field; a speaker beside a bar in 80 columns; "+12.5"."""


def print_dossier(dossier: Dossier, stream: IO[str]) -> None:
    """Prints the parts one below the other; those that have nothing to tell are left out."""
    console = terminal(stream)
    console.print(dossier_view(dossier, width=console.width))


def dossier_view(dossier: Dossier, *, width: int) -> RenderableType:
    """The parts of a dossier, each under its heading."""
    incident, settings = dossier.incident, _settings(dossier.decisions)
    parts = (
        ("values", _values(values_of(incident), settings)),
        ("blamed", _matrix(matrix_of(incident, decided=settings.get("perpetrators")), wide=width >= COLUMNS_FROM)),
        ("tolls", _tolls(incident)),
        ("differ", _differ(incident)),
        ("reports", _reports(printed(incident))),
        ("merged", _merged(incident, dossier.judgements)),
        ("decided", _decided(dossier.decisions)),
        ("links", _links(incident)),
    )
    return Group(_heading(dossier), *(_part(key, body) for key, body in parts if body is not None))


def _heading(dossier: Dossier) -> RenderableType:
    incident = dossier.incident
    origin = wording().phrase("dossier", id=plain(incident.id), told=told_words(incident), policy=dossier.policy)
    head = Text("  ").append(what_words(incident))
    return Group(Text(plain(incident.summary), "bold"), Rule(style="dim"), head, Text(f"  {origin}", "dim"))


def _part(key: str, body: RenderableType) -> RenderableType:
    return Group(Text(""), Text(wording().word("show", key), "bold"), Padding(body, (0, 0, 0, 2)))


def _values(shown: Sequence[Shown], settings: Mapping[str, Decision]) -> RenderableType:
    """Each value over what people decided about it, what is heard for it and what is heard against it."""
    words = wording()
    grid = _labelled()
    for one in shown:
        grid.add_row(one.line.label, _value(one))
        if (decision := settings.get(one.line.field)) is not None:
            when = moment_words(day_of(decision.when))
            said = words.phrase("decided_by", who=decision.who, when=when, because=decision.because)
            grid.add_row(words.word("show_sign", "decided"), Text(plain(said), "magenta"))
        for sign, heard in (("pro", one.pro), ("con", one.con), ("beside", one.beside)):
            for told in heard[:HEARD]:
                grid.add_row(words.word("show_sign", sign), _heard(told))
            if len(heard) > HEARD:
                grid.add_row("", Text(number_words("speaker_more", len(heard) - HEARD), "dim"))
    return grid


def _settings(decisions: Iterable[Decision]) -> Mapping[str, Decision]:
    """The decision that gave each field its value, by field: the newest that nobody took back."""
    found: dict[str, Decision] = {}
    for one in standing(decisions):
        if one.act is Act.SET and one.field is not None:
            found.setdefault(one.field, one)
    return found


def _value(shown: Shown) -> Text:
    text = Text(plain(shown.line.value), "bold")
    extra = [plain(words) for words in (shown.line.note, shown.line.derivation) if words]
    return text.append(f" ({'; '.join(extra)})", "not bold dim") if extra else text


def _heard(said: Heard) -> Text:
    """The value where it is another one, the speaker's way to the reader, the report, and the words."""
    text = Text(f"{plain(said.value)}: " if said.value else "")
    text.append(plain(chain_words(said.voice.inner)), "cyan")
    if said.voice.how:
        text.append(f" {said.voice.how}")
    text.append(f" ({_report_words(said.told, again=said.again)})", "dim")
    return text.append(f" {_quoted(said.voice.claim.quote)}", "dim italic")


def _quoted(quote: str) -> str:
    words = " ".join(plain(quote).split())
    return wording().page("quoted", quote=words if len(words) <= QUOTE else f"{words[:QUOTE].rstrip()} …")


def _report_words(told: ToldBy | None, *, again: int = 0) -> str:
    """The publisher and the day of a report, and how many further ones say the same."""
    words = wording()
    if told is None:
        return words.phrase("unknown")
    name = plain(told.publisher or told.uri or told.report_id)
    parts = [name, words.phrase("undated") if told.published is None else moment_words(day_of(told.published))]
    return ", ".join([*parts, number_words("more", again)] if again else parts)


def _matrix(matrix: Matrix, *, wide: bool) -> RenderableType | None:
    if not matrix.rows and not matrix.withheld:
        return None
    parts = [_withheld(matrix.withheld)] if matrix.withheld else []
    if matrix.rows:
        parts.insert(0, _matrix_columns(matrix) if wide else _matrix_rows(matrix))
    return Group(*parts)


def _matrix_columns(matrix: Matrix) -> RenderableType:
    """One row an actor, one column a basis that anybody gives."""
    words = wording()
    held = [basis for basis in HELD if any(basis in row.sayings for row in matrix.rows)]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    table.add_column(words.word("column", "actor"), ratio=2, overflow="fold")
    for basis in held:
        table.add_column(words.word("matrix", basis.value), ratio=3, overflow="fold")
    for row in matrix.rows:
        cells = [Group(*(_saying(one) for one in row.sayings.get(basis, ()))) for basis in held]
        table.add_row(Text(plain(" / ".join(row.names)), "bold"), *cells)
    return table


def _matrix_rows(matrix: Matrix) -> RenderableType:
    """The same one below the other."""
    grid = _labelled()
    for row in matrix.rows:
        grid.add_row(Text(""), Text(plain(" / ".join(row.names)), "bold"))
        for basis in HELD:
            for one in row.sayings.get(basis, ()):
                grid.add_row(wording().word("matrix", basis.value), _saying(one))
    return grid


def _withheld(sayings: Iterable[Saying]) -> RenderableType:
    grid = _labelled()
    for one in sayings:
        grid.add_row(wording().word("matrix", "withheld"), _saying(one))
    return grid


def _saying(saying: Saying) -> Text:
    words = wording()
    who = words.phrase("voice") if saying.by is None else saying.by
    published = words.phrase("undated") if saying.published is None else moment_words(saying.published)
    where = ", ".join(part for part in (saying.publisher or saying.report_id, published))
    return Text(plain(who), "cyan").append(f" ({plain(where)})", "dim")


def _tolls(incident: Incident) -> RenderableType | None:
    """When, who, how many, and a bar; the injured beside the killed where anybody tells of them."""
    if not incident.tolls:
        return None
    words = wording()
    injured = any(toll.injured is not None for toll in incident.tolls)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(words.word("column", "published"), overflow="fold")
    table.add_column(words.word("column", "says"), overflow="fold", max_width=SPEAKER_WIDTH)
    for column in ("killed", "injured") if injured else ("killed",):
        table.add_column(words.word("field", column))
    table.add_column("", no_wrap=True)
    for figure in history(incident):
        toll = figure.toll
        counts = (toll.killed, toll.injured) if injured else (toll.killed,)
        cells = [words.word("column", "no_figure") if count is None else count_words(count) for count in counts]
        speaker = words.phrase("voice") if toll.source is None else plain(toll.source)
        table.add_row(_published(toll.published), Text(speaker, "cyan"), *cells, Text(figure.bar, "red"))
    return table


def _published(moment: Moment | None) -> str:
    return wording().phrase("undated") if moment is None else moment_words(moment)


def _differ(incident: Incident) -> RenderableType | None:
    """One row a field, its rival values side by side."""
    if not incident.disagreements:
        return None
    told = {report.report_id: report for report in incident.reports}
    copied = origins(incident)
    grid = _labelled()
    for one in incident.disagreements:
        label = wording().tables["field"].get(one.field, one.field)
        grid.add_row(label, _rivals(one.field, sides_of(one, copied), told))
    return grid


def _rivals(field: str, sides: Sequence[Side], told: Mapping[str, ToldBy]) -> RenderableType:
    beside = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in sides:
        beside.add_column(ratio=1, overflow="fold")
    beside.add_row(*(_side(field, side, told) for side in sides))
    return beside


def _side(field: str, side: Side, told: Mapping[str, ToldBy]) -> RenderableType:
    words = wording()
    speakers = dict.fromkeys(
        (words.phrase("voice") if rival.source is None else rival.source, rival.report_id) for rival in side.rivals
    )
    return Group(
        Text(plain(rival_words(field, side.value)), "bold"),
        *(
            Text(plain(who), "cyan").append(f" ({_report_words(told.get(report_id))})", "dim")
            for who, report_id in speakers
        ),
    )


def _reports(reports: Sequence[Printed]) -> RenderableType:
    """Each report with its address, and below it those that copy it."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for one in reports:
        grid.add_row(_published(one.told.published), _report(one.told))
        for copy in one.copies:
            grid.add_row(_published(copy.published), Text(wording().phrase("copy"), "dim").append_text(_report(copy)))
    return grid


def _report(told: ToldBy) -> Text:
    text = Text(plain(told.publisher or told.report_id))
    if not told.main:
        text.append(f" {wording().phrase('background')}", "italic")
    named = told.uri or (told.report_id if told.publisher else None)
    return text if named is None else text.append(f"  {plain(named)}", "dim")


def _merged(incident: Incident, judgements: Iterable[Judgement]) -> RenderableType | None:
    """The judgements that hold the reports together, each with its reasons, for before against."""
    told = {report.incident_id: report for report in incident.reports}
    parts = [_tie(one, told) for one in ties(incident, judgements)]
    return Group(*parts) if parts else None


def _tie(judgement: Judgement, told: Mapping[str, ToldBy]) -> RenderableType:
    words = wording()
    pair = [_member_words(id_, told) for id_ in (judgement.first, judgement.second)]
    head = Text(words.phrase("tie", first=pair[0], second=pair[1])).append(f"  {judgement.score:+.1f}", "bold")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=WEIGHT_WIDTH, justify="right", style="dim")
    grid.add_column(overflow="fold")
    weighty = (reason for reason in judgement.reasons if abs(reason.weight) >= SLIGHT)
    for reason in sorted(weighty, key=lambda reason: (-reason.weight, reason.feature)):
        grid.add_row(f"{reason.weight:+.1f}", Text(plain(reason.words)))
    return Group(head, grid)


def _member_words(id_: str, told: Mapping[str, ToldBy]) -> str:
    report = told.get(id_)
    return short_id(id_) if report is None else f"{plain(report.publisher or report.report_id)} {short_id(id_)}"


def _decided(decisions: Sequence[Decision]) -> RenderableType | None:
    return decisions_table(decisions) if decisions else None


def _links(incident: Incident) -> RenderableType | None:
    if not incident.links:
        return None
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for link in incident.links:
        kind = wording().word("link", link.kind.value)
        grid.add_row(short_id(link.incident_id), Text(kind, "bold").append(f"  {plain(link.why)}", "not bold"))
    return grid


def _labelled() -> Table:
    """Labels on the right of a narrow column, values beside them."""
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=LABELS, style="dim", justify="right", overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    return grid
