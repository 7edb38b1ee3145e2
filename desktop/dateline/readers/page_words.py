"""The names under which web pages keep dates, and the names of what is not the article. Data; `page_dates` reads it."""

import re

from dateline.readers.patterns import any_of, words

META_CERTAIN = words("""
    article:published_time article:published og:published_time og:article:published_time article.published og:pubdate
    og:publish_date parsely-pub-date sailthru.date datepublished rnews:datepublished article:publicationdate
    publication_date publicationdate publication-date pubdate pub_date pub-date publishdate publish_date publish-date
    published published_date published-date publisheddate published_at date_published date-published datepublish
    cxenseparse:recs:publishtime cxenseparse:publishtime bt:pubdate vr:published_time first_published
    shareaholic:article_published_time article_date_original article:post_time originalpublicationdate
    original-publication-date firstpublished govuk:first-published-at dc.date.issued dcterms.issued dcterms.available
    dc.issued dcterms.datesubmitted dcterms.date.issued citation_publication_date citation_online_date
    prism.publicationdate eprints.date dcsext.articlefirstpublished displaydate ptime pdate date_first_published
    weibo:article:create_at mediator_published_time rbpubdate article:publish_time published_time publish_time
    published_time_telegram article:published_date article-published publish-time contentpublishdate
""")
"""Fields meant for the publication date."""

META_LIKELY = words("""
    date dc.date dc:date dcterms.date dc.date.created dcterms.created dc.created created creation_date created_date
    article:date article_date article-date article:created article:created_time og:article:created_time datecreated
    article.created timestamp release_date og:date og:release_date citation_date content_create_date artdate sdate
    story_date date.created date_created dateposted original_date release-date posted posted_on article.date
""")
"""Fields that mostly hold the publication date."""

META_UPDATED = words("""
    article:modified_time article:modified og:updated_time og:modified_time og:article:modified_time last-modified
    lastmodified last_modified datemodified dcterms.modified dc.date.modified modified revised updated article:updated
    date.updated date_modified date-revised_on lastmod update_date date_updated dateupdate utime modificationdate
    moddate last_updated dc.modified govuk:updated-at govuk:public-updated-at article:updated_time
""")
"""Fields that hold the day of an update."""

META_OTHER = re.compile(
    r"(?!.*(?:expir|event|start|end[-_ ]?date|birth|unpublish|copyright|valid|archive))"
    r".*(?:publi(?:sh|c|k|ée|é)|pub[-_.]?date|release[-_.]?date|date[-_.]?(?:creat|issue|post|first)"
    r"|creat\w*[-_.]?(?:at|date|time|on)|issued|post[-_.]?date)"
)
"""Names of further fields that hold the publication date."""

META_OTHER_UPDATED = re.compile(r".*(?:modif|updat|revis|lastmod)")

ARTICLE_TYPES = re.compile(r"Article|BlogPosting|SocialMediaPosting|LiveBlog|^Report|Review$|Story|OpinionPiece")
PAGE_TYPES = re.compile(r"WebPage|ItemPage|Recipe|VideoObject|AudioObject|Podcast|Dataset|Book|Thesis|CreativeWork")
SKIPPED_KEYS = words("""
    comment author publisher itemListElement hasPart isPartOf mentions relatedLink about review image creator
    associatedMedia subjectOf citation copyrightHolder sourceOrganization potentialAction breadcrumb video
    isBasedOn interactionStatistic liveBlogUpdate
""")
"""Keys of schema.org under which other things than the article lie."""

SCRIPT_DATE = re.compile(
    r"""(?:\\?["']|(?<![\w.$]))(?P<key>datePublished|publishedAt|published_at|publishDate|publish_date|pubDate"""
    r"|publicationDate|publication_date|firstPublishedAt|first_published_at|datePublish|published_time|publishedDate)"
    r"""(?:\\?["'])?\s*:\s*(?:\\?["'])?(?P<value>[^"'\\,}]{6,40})"""
)
DATE_ATTRIBUTE = re.compile(r"data-(?!.*(?:modif|updat|expir))(?:.*(?:date|publish|timestamp)|u?time$)")

NOISE = any_of(r"""
    comment(?!ar)  (?<!cor)respond  disqus  related  sidebar  footer  recommend  teaser  widget  popular  trending
    latest  breadcrumb  promo  newsletter  cookie  consent  copyright  (?:^|[-_ ])nav  menu  calendar  weather
    most-?(?:read|view|pop)  read-?(?:more|next)  recent  (?<!s)ticker  advert  sponsor  social  share  masthead
    site-?header  (?<![a-z][-_])top-?bar  current-?date  (?:^|[-_ ])today(?:$|[-_ ])  you-?may
    more-?(?:stor|from|news|on|in)  also-
    see-also  suggest  archive  carousel  slider  (?:^|[-_ ])rail  outbrain  taboola  modal  popup  upcoming  reply
    (?:^|[-_ ])events?(?:$|[-_ ])  author-?bio  tagcloud  pagination  prev(?![a-z])  previous
    next-?(?:post|article)  caption  (?:image|photo)-?credit
""")
"""Classes and ids of what surrounds an article."""

HARD_NOISE = any_of(r"""
    comment(?!ar)  (?<!cor)respond  disqus  footer  cookie  consent  copyright  calendar  weather  (?<!s)ticker  advert
    masthead  site-?header  (?<![a-z][-_])top-?bar  current-?date  (?:^|[-_ ])today(?:$|[-_ ])  archive  reply
    author-?bio  tagcloud  pagination  prev(?![a-z])  previous  next-?(?:post|article)  outbrain  taboola  upcoming
""")
"""Of these, the names of places whose dates are never the article's, wherever they stand."""

NO_NOISE = any_of(r"""
    publish  pubdate  post-?(?:date|info|footer)  entry-?(?:date|meta|header|footer)  byline  dateline  elementor
    article-?(?:date|info|meta|head|footer|mast)  (?:fa|icon|bi|ti|la)[-_]calendar  calendar[-_]icon
""")
"""Classes and ids of places in an article that tell its date, whatever else their names say."""

DATE_CLASS = any_of(r"""
    publish  pub-?date  post(?:ed)?[-_]?(?:date|on|meta|time)  entry-?(?:date|meta)  (?:^|[-_ ])dates?(?:$|[-_ ])
    dateline  byline  timestamp  date[-_]?(?:time|header|published|line|display)  submitted  datum  fecha
    (?:article|story|content|news|node|blog|page|submitted|info|author)[-_]*(?:date|time|info|meta)
    (?:^|[-_ ])time(?:$|[-_ ])  (?:^|[-_ ])meta(?:$|[-_ ])  postdate  pubtime  (?:^|[-_ ])pub(?:$|[-_ ])  pub-?info
    calendar
""")
UPDATED_CLASS = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)
PUBLISHED_CLASS = re.compile(r"publish|pubdate|entry-?date|post-?date|created|posted", re.IGNORECASE)

SAID_PUBLISHED = any_of(
    r"""
    publish  posted  first published  issued  released  filed  created  written  \bdate:  \bdated?\b:?  \bon:
    veröffentlicht  erschienen  erstellt  vom\b  publié  mis en ligne  paru le  publicado  pubblicato  data:
    geplaatst  gepubliceerd  opublikowano  utworzono  dodano  опубликовано  дата  publicerad  publicat  julkaistu
    publikován  yayınlan  yayın tarihi  offentliggjort  publisert  megjelent  опубліковано  δημοσί?ευ
    تم نشره  نشر في  تاريخ النشر
    """,
    after=r"[^.!?\d]{0,50}$",
)
SAID_PUBLISHED_CLOSE = any_of("発表日?  公開日?  発布  發布  发布(?:时间|日期)?  发表  發表  掲載日?  配信日?  投稿日?"
                              "  게시  등록  입력",
                              after=r"[\s：:]{0,3}$")  # fmt: skip
"""Words for a publication that stand close before its date; further away they tell of another matter."""
PUBLISHED_BEHIND = re.compile(
    r"\s*(?:\d{1,2}[:時시点时]\d{2}分?(?::\d\d)?\s*)?(?:公開|公开|発表|掲載|配信|投稿|发布|發布"
    r"|发表|published\b|posted\b|veröffentlicht\b)",
    re.IGNORECASE,
)
SAID_STATE = any_of("stand:?  as of:?  status:  stato:  stav:", before=r"(?<![^\W_])", after=r"[^.!?\d]{0,20}$")
"""Words for the day that a text is of: its publication, unless another day is told beside it."""
UPDATED_BEHIND = re.compile(
    r"[\s,|(-]*(?:\d{1,2}[:.時시点时]\d{2}分?(?::\d\d)?[\s,|(-]*)?(?:更新|最終更新|last\s?-?update|updated?\b|modified\b"
    r"|revised\b|aktualisiert\b|mis à jour|actualizad|aggiornat|обновлен|bijgewerkt\b|수정)",
    re.IGNORECASE,
)
"""Words for a publication or an update that stand behind the date."""
SAID_PUBLISHED_OF_IT = re.compile(
    r"\b(?:article|story|post|entry|page|piece|report|column)\b.{0,30}\b(?:published|posted|appeared|printed)\b"
    r"[^.!?\d]{0,30}$",
    re.IGNORECASE | re.DOTALL,
)
SAID_UPDATED = any_of(
    r"""
    updated?  modified  last edit  edited(?! by)  revised  last changed  reviewed(?! by)  correct(?:ed|ion)
    aktualisiert  aktualisierung  zuletzt  mise? à jour  modifi[ée]  actualisée?  actualiza  modifica  aggiorna
    bijgewerkt  gewijzigd  aangepast  atualiza  aktualiza  aktualizov  modyfikac  обновл  изменено  оновлено  uppdatera
    opdatere  oppdatert  päivitetty  güncelle  frissít  actualizat  ενημ[έε]ρωση
    """,
    before=r"(?<![^\W_])",
    after=r"[^.!?\d]{0,40}$",
)
SAID_UPDATED_CLOSE = any_of(
    "更新(?:日|日時|时间|日期)?  最終更新日?  수정  최종수정  تحديث  עודכן", after=r"[^.!?\d]{0,8}$"
)
NOT_PUBLICATION_LABEL = any_of(
    """
    effective(?: date)?  valid (?:from|until)  in force(?: since| from)?  event date  due date  deadline  gültig ab
    in kraft seit  first (?:sold|shown|aired)  date of (?:birth|death|the event)  hearing date
    """,
    before=r"(?<![^\W_])",
    after=r"\s*:?\s*(?:[^\W\d_]{3,12},?\s*)?$",
)
"""Labels of dates that are of the matter, not of the article."""
NOT_PUBLICATION = any_of(
    r"""
    copyright  ©  \(c\)  since  founded  born  until  expires?  retrieved  accessed  event date  when:  deadline  joined
    effective  due  from  starts?  ends?  through  valid  comment(?:ed)?  archived
    printed on:  gedruckt am  imprimé le  stampato il
    """,
    before=r"(?<![^\W_])",
    after=r"[^.!?\d]{0,12}$",
)
