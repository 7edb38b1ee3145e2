from dateline import times
from dateline.app.key import Told, key_days, why
from dateline.core.model import Article

FLOOD = "The river Ostrel broke the embankment at Marl Bridge on 2 March 2026 and drowned the old town."


def told(number: int, published: str | None, text: str) -> Told:
    article = Article(id=number, text=text, published=published, language="en")
    return Told(article, times.find(text, published, article=number))


def test_the_day_that_articles_come_back_to_is_first_and_told_by_a_sentence_that_names_it() -> None:
    story = [
        told(
            1, "2026-03-03", "The river Ostrel broke the embankment at Marl Bridge on Monday and drowned the old town."
        ),
        told(2, "2026-03-20", f"{FLOOD} The premier spoke on Thursday to the families of the dead."),
        told(3, "2026-04-16", f"The inquiry found that the flood could have been avoided. {FLOOD}"),
    ]
    first = next(iter(key_days(story)))
    assert (first.day, first.articles, first.later) == ("2026-03-02", 3, 2)
    assert "embankment" in first.title
    assert first.why == "named in 3 articles, 2 of them a week or more later"


def test_a_day_that_no_article_names_is_told_by_what_was_published_on_it() -> None:
    days = list(
        key_days([told(1, "2026-05-04", "Trevane has raised its offer for the port of Halmer to 4.6 billion crowns.")])
    )
    assert [(day.day, day.articles, day.why) for day in days] == [("2026-05-04", 0, "1 article published on it")]
    assert "Trevane" in days[0].title


def test_an_article_whose_month_alone_is_known_is_no_day() -> None:
    assert list(key_days([told(1, "2026-05", "The port of Halmer has been closed to all ships from abroad.")])) == []


def test_reasons_count() -> None:
    assert why(1, 0, 3) == "named in 1 article"
    assert why(41, 18, 0) == "named in 41 articles, 18 of them a week or more later"
