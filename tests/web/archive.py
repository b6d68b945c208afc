"""An archive of a few articles in three languages, for tests of the web."""

from __future__ import annotations

from search.model.articles import Article

HEBREW = Article(
    article_id="2025/שיחה 1.txt",
    title="פוטין ונתניהו שוחחו בטלפון",
    text="נתניהו הודה לפוטין על עזרתו.\nPutin thanked him too, said a post by his office.\nהם דיברו על סוריה.",
    lang="he",
    published="2025",
    published_source="text",
    leaders=("vladimir-putin", "benjamin-netanyahu"),
    countries=("ru", "il", "sy"),
)
ENGLISH = Article(
    article_id="a/b#2.md",
    title="Putin and Netanyahu <script>alert(1)</script> speak",
    text="Mr. Putin called <b>again</b> & spoke of Iran.\n\nRelated: weather",
    boilerplate=((48, 64),),
    lang="en",
    published="2023-12-10",
    published_source="metadata",
    outlet="The \u202eDaily",
    url="https://news.example/1?a=b&c=d",
    leaders=("vladimir-putin", "benjamin-netanyahu"),
    countries=("ru", "il", "ir"),
)
ROMANIAN = Article(
    article_id="ro.txt",
    title="Convorbire între Putin și Pezeshkian",
    text="Președintele Rusiei a discutat cu cel puțin doi lideri despre încetarea focului.",
    lang="ro",
    leaders=("vladimir-putin", "masoud-pezeshkian"),
    countries=("ru", "ir"),
)
COPY = Article(
    article_id="copy of ro.txt",
    title=ROMANIAN.title,
    text=ROMANIAN.text,
    lang="ro",
    leaders=ROMANIAN.leaders,
    countries=ROMANIAN.countries,
    duplicate_of=ROMANIAN.article_id,
)
ARTICLES = (HEBREW, ENGLISH, ROMANIAN, COPY)
ODD_IDS = (
    "100%.txt",
    "%2F",
    "a?b=c&d",
    "x//y",
    "/abs",
    "../up",
    "a/./b",
    "line\nend\n",
    "a;b+c",
    "Ţară „x”",
    "😀",
    "'\"<>",
)
