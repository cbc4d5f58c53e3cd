"""An HTML page in, its main text out, blank lines between blocks, with what the page tells of itself."""

import logging
import re
from dataclasses import dataclass

import lxml.etree
import lxml.html
import trafilatura

from reportedly.cleaning.published import published_of
from reportedly.errors import Malformed
from reportedly.records.moments import Moment

LAST_DAY = "2100-01-01"
"""The bound htmldate wants on dates; fixed: the machine’s clock would change answers."""
DEEPEST = 250
"""Elements inside one another, at most; libxml2 itself stops at 256, and extraction recurses."""
SHORTEST_MAIN = 60
"""Main text of fewer characters than this is likely a scrap; the page's own paragraphs are then looked at as well."""

_MAIN_BLOCKS = frozenset(["p", "head", "item", "quote", "code", "cell", "ab", "list", "table", "row", "lb", "div"])
"""Where trafilatura's own tree, which follows TEI, parts its text."""
_TEXTS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt", "td", "th", "br", "hr"]
)
_BLOCKS = _TEXTS | {"div", "section", "article", "main", "header", "body", "tr", "ul", "ol", "table"}
"""Where the page's own tree parts its text."""
_PAGE_PARTS = frozenset(["head", "nav", "footer", "aside", "form", "button", "select", "textarea", "figcaption"])
_NEVER = _PAGE_PARTS | {"script", "style", "noscript", "template", "iframe", "svg", "object", "embed", "video", "audio"}
"""What of a page is no story."""
_UNSEEN = ("template", "noscript", "style", "svg", "math", "object", "embed", "iframe", "canvas")
"""Elements no reader sees as text, taken out before anything looks for the main text."""
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What lxml reads in a page and refuses when an element is moved: control characters that XML has no form for."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's main text and its word on itself; None where it says nothing."""

    body: str
    title: str | None
    publisher: str | None
    published: Moment | None
    language: str | None


def _tree(html: str, where: str) -> lxml.html.HtmlElement:
    """The parsed page without comments; Malformed where nothing can be parsed or it is nested too deep."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    clean = _CONTROL.sub(" ", html)
    try:
        tree = lxml.html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise Malformed(where, f"no HTML page: {error}") from error
    lxml.etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    for script in tree.xpath("//script[not(@type='application/ld+json')]"):
        script.drop_tree()
    depth = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise Malformed(where, f"elements nested more than {DEEPEST} deep; no news page is")
    return tree


def _words(element: lxml.etree._Element) -> str:
    return " ".join(_INVISIBLE.sub("", "".join(element.itertext(with_tail=False))).split())


def _blocks_of(tree: lxml.etree._Element, *, breaking: frozenset[str], left_out: frozenset[str]) -> list[str]:
    """The text of a tree, parted where a ``breaking`` element begins or ends, without what stands in ``left_out``."""
    blocks: list[list[str]] = [[]]
    skipping = 0
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end")):
        opens = event == "start"
        if node.tag in left_out:
            skipping += 1 if opens else -1
        elif node.tag in breaking:
            blocks.append([])
        text = node.text if opens else node.tail
        if text and not skipping:
            blocks[-1].append(text)
    squeezed = (" ".join(_INVISIBLE.sub("", "".join(parts)).split()) for parts in blocks)
    return [block for block in squeezed if block]


def _main_blocks(tree: lxml.html.HtmlElement, uri: str | None) -> tuple[list[str], str | None, str | None]:
    """The blocks of the main text, the title and the site's name, as trafilatura sees them."""
    found = trafilatura.bare_extraction(
        tree,
        url=uri,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": LAST_DAY},
    )
    if not isinstance(found, trafilatura.settings.Document):
        return [], None, None
    body = found.body
    blocks = [] if body is None else _blocks_of(body, breaking=_MAIN_BLOCKS, left_out=frozenset())
    return blocks, found.title, found.sitename


def _meta_language(tree: lxml.html.HtmlElement) -> str | None:
    said = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if said:
        return said
    for path in ("//meta[@property='og:locale']/@content", "//meta[@http-equiv='content-language']/@content"):
        values = tree.xpath(path)
        if isinstance(values, list) and values:
            return str(values[0])
    return None


def _head_title(tree: lxml.html.HtmlElement) -> str | None:
    node = tree.find(".//title")
    return _words(node) or None if node is not None else None


def read_page(html: str, *, where: str, uri: str | None = None) -> Page:
    """The main text of a page and its metadata; Malformed (naming ``where``) where no text is in it.

    trafilatura, set to precision, takes the main text; where it finds next to nothing (a feed's fragment, a note of two
    lines) the page's own paragraphs stand, without navigation, scripts, forms and captions.
    """
    tree = _tree(html, where)
    language, published, head = _meta_language(tree), published_of(tree, uri=uri, last_day=LAST_DAY), _head_title(tree)
    own = _blocks_of(tree, breaking=_BLOCKS, left_out=_NEVER)
    blocks, title, site = _main_blocks(tree, uri)
    if sum(map(len, blocks)) < SHORTEST_MAIN:
        blocks = own
    if not blocks:
        raise Malformed(where, "an HTML page without a text in it")
    return Page(
        body="\n\n".join(blocks),
        title=" ".join((title or head or "").split()) or None,
        publisher=" ".join(site.split()) if site else None,
        published=published,
        language=language,
    )
