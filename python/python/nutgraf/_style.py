"""How HTML of the package looks: inline, without script or network, on light and dark ground."""

from html import escape

# The colours are half transparent and the text keeps the colour of the page, so that both grounds serve.
_STYLE = """
.nutgraf { line-height: 1.55; overflow-wrap: anywhere; overflow-x: auto; }
.nutgraf .nutgraf-text { max-width: 46em; }
.nutgraf .nutgraf-block { margin: 0 0 .7em; white-space: pre-line; }
.nutgraf .nutgraf-headline { font-size: 1.35em; font-weight: 700; line-height: 1.25; }
.nutgraf .nutgraf-standfirst { font-weight: 600; }
.nutgraf .nutgraf-heading { font-weight: 700; margin-top: 1.1em; }
.nutgraf .nutgraf-list_item { padding-left: 1.2em; }
.nutgraf .nutgraf-pull_quote { padding-left: 1.2em; font-style: italic; }
.nutgraf .nutgraf-byline, .nutgraf .nutgraf-published, .nutgraf .nutgraf-caption {
  font-size: .88em; opacity: .8; }
.nutgraf .nutgraf-navigation, .nutgraf .nutgraf-related, .nutgraf .nutgraf-boilerplate {
  font-size: .8em; opacity: .55; }
.nutgraf .nutgraf-quote { background: rgba(250, 176, 5, .26); }
.nutgraf .nutgraf-speaker { border-bottom: 2px solid #9775fa; }
.nutgraf .nutgraf-cue { border-bottom: 2px dotted #20a37a; }
.nutgraf .nutgraf-claim { background: rgba(51, 154, 240, .34); border-radius: 3px; }
.nutgraf .nutgraf-subject { border-bottom: 1px solid #339af0; }
.nutgraf .nutgraf-legend { font-size: .85em; margin: 0 0 .8em;
  display: flex; flex-wrap: wrap; gap: .3em .9em; }
.nutgraf .nutgraf-note { font-size: .85em; opacity: .75; margin: .4em 0 0; }
.nutgraf table { border-collapse: collapse; font-size: .88em; }
.nutgraf th, .nutgraf td { border: 0; border-bottom: 1px solid rgba(128, 128, 128, .35); padding: .25em .6em;
  overflow: hidden; text-overflow: ellipsis; }
/* Notebooks have cells of tables broken anywhere, in rules that are more particular than ours. */
.nutgraf th, .nutgraf td { max-width: 24em !important; overflow-wrap: normal !important;
  text-align: left !important; white-space: nowrap !important; }
.nutgraf .nutgraf-none { opacity: .45; }
"""

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --ground: #fdfdfc; --ink: #1b1b1b; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ground: #17181a; --ink: #e6e4df; }} }}
body {{ background: var(--ground); color: var(--ink); font: 17px/1.6 Georgia, "Times New Roman", serif;
  margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; }}
.nutgraf-legend, .nutgraf-note {{ font-family: system-ui, sans-serif; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def guarded(body: str) -> str:
    """HTML with its style, that notebooks show as it is: MathJax must not take dollars for formulas."""
    return f'<div class="nutgraf tex2jax_ignore mathjax_ignore"><style>{_STYLE}</style>{body}</div>'


def page(title: str, body: str) -> str:
    """A page that stands alone."""
    return _PAGE.format(title=escape(title), body=guarded(body))


def shown(text: str) -> str:
    """Text as HTML; what no page can show is replaced. A dollar stands alone, so that it opens no formula."""
    if not text.isprintable():
        text = "".join("\ufffd" if letter < " " and letter not in "\n\r\t" else letter for letter in text)
        text = text.replace("\x7f", "\ufffd")
    return escape(text).replace("$", "<span>$</span>")
