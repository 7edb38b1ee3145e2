# ruff: noqa: E501 # markup reads best unbroken
"""Whole pages in the markup of the systems that news is published with; all words and names are invented.

    .venv/bin/python tests/benchmarks/readers_systems.py [--show]

Prints how many titles (the goal: 95 %) and authors (90 %) are right, and how many of the days given as sure are wrong
(none may be). Exit status 1 when a figure is missed.
"""

import argparse
import sys

from readers_titles import folded

from dateline.core.model import Article, Confidence
from dateline.readers import read_clipboard

P = [
    "The old crane on the quay was taken down on Tuesday night after an inspector had found cracks in its foot, the harbour office said.",
    "Some forty residents watched from behind a fence while the boom was lowered on to a barge. The work took until four in the morning.",
    "The council had argued about the crane since 2019, when a first report called it unsafe. It was built in 1931 and last used in 1987.",
    "A museum has asked for the cabin. The rest is to be melted down in a yard at Sandmouth before the end of the month, the office added.",
]
DE = [
    "Der alte Kran am Kai ist in der Nacht zum Mittwoch abgebaut worden, nachdem ein Prüfer Risse im Fuß gefunden hatte, teilte das Hafenamt mit.",
    "Rund vierzig Anwohner sahen hinter einem Zaun zu, während der Ausleger auf einen Kahn gesenkt wurde. Die Arbeit dauerte bis vier Uhr morgens.",
    "Der Rat hatte seit 2019 über den Kran gestritten, als ein erstes Gutachten ihn unsicher nannte. Gebaut wurde er 1931.",
    "Ein Museum hat um die Kabine gebeten. Der Rest soll bis Ende des Monats eingeschmolzen werden, hieß es weiter.",
]
FR = [
    "La vieille grue du quai a été démontée dans la nuit de mardi à mercredi, après la découverte de fissures, a indiqué le bureau du port.",
    "Une quarantaine de riverains ont regardé derrière une clôture la flèche descendre sur une barge. Le travail a duré jusqu'à quatre heures.",
    "Le conseil débattait de la grue depuis 2019, lorsqu'un premier rapport l'avait jugée dangereuse. Elle date de 1931.",
    "Un musée a demandé la cabine. Le reste doit être fondu avant la fin du mois, a ajouté le bureau.",
]
ES = [
    "La vieja grúa del muelle fue desmontada en la noche del martes, después de que un inspector hallara grietas en la base, informó la oficina del puerto.",
    "Unos cuarenta vecinos miraron desde detrás de una valla mientras bajaban la pluma a una barcaza. El trabajo duró hasta las cuatro.",
    "El concejo discutía sobre la grúa desde 2019, cuando un primer informe la declaró insegura. Fue construida en 1931.",
    "Un museo ha pedido la cabina. El resto se fundirá antes de fin de mes, añadió la oficina.",
]
PT = [
    "O velho guindaste do cais foi desmontado na noite de terça-feira, depois de um inspetor ter encontrado fendas na base, informou a capitania.",
    "Cerca de quarenta moradores assistiram atrás de uma cerca enquanto a lança descia para uma barcaça. O trabalho durou até às quatro.",
    "A câmara discutia o guindaste desde 2019, quando um primeiro relatório o considerou inseguro. Foi construído em 1931.",
    "Um museu pediu a cabina. O resto será fundido até ao fim do mês, acrescentou a capitania.",
]
IT = [
    "La vecchia gru del molo è stata smontata nella notte tra martedì e mercoledì, dopo che un ispettore aveva trovato crepe, ha detto l'ufficio del porto.",
    "Una quarantina di residenti ha guardato da dietro una recinzione mentre il braccio scendeva su una chiatta. Il lavoro è durato fino alle quattro.",
    "Il consiglio discuteva della gru dal 2019, quando un primo rapporto l'aveva definita insicura. Era stata costruita nel 1931.",
    "Un museo ha chiesto la cabina. Il resto sarà fuso entro la fine del mese, ha aggiunto l'ufficio.",
]
PL = [
    "Stary dźwig na nabrzeżu rozebrano w nocy z wtorku na środę, po tym jak inspektor znalazł pęknięcia w podstawie, podał zarząd portu.",
    "Około czterdziestu mieszkańców patrzyło zza ogrodzenia, jak ramię opuszczano na barkę. Praca trwała do czwartej rano.",
    "Rada spierała się o dźwig od 2019 roku, kiedy pierwszy raport uznał go za niebezpieczny. Zbudowano go w 1931 roku.",
    "Muzeum poprosiło o kabinę. Reszta ma zostać przetopiona do końca miesiąca, dodał zarząd.",
]
LAYOUTS: list[tuple[str, str, str | None, tuple[str, ...], str | None]] = []
"""Name, markup, title (None where there is none to be told), authors, day (None where it may be any)."""


def p(texts: list[str] = P, attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{text}</p>\n" for text in texts)


def add(name: str, html: str, title: str | None, authors: list[str], day: str | None) -> None:
    LAYOUTS.append((name, html, title, tuple(authors), day))


T = "Old crane on the quay is taken down at night"
add(
    "wp-block-theme",
    f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>{T} &#8211; Quay Notes</title>
<meta name="generator" content="WordPress 6.7"></head><body class="post-template-default single single-post wp-embed-responsive">
<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group"><p class="wp-block-site-title"><a href="https://quaynotes.example" rel="home">Quay Notes</a></p>
<nav class="wp-block-navigation"><ul><li><a href="/about">About</a></li></ul></nav></div></header>
<main class="wp-block-group"><div class="wp-block-group has-global-padding"><h1 class="wp-block-post-title">{T}</h1>
<div class="wp-block-group"><p>Written by</p><div class="wp-block-post-author-name"><a href="https://quaynotes.example/author/mholt/" class="wp-block-post-author-name__link">Mira Holt</a></div>
<div class="wp-block-post-date"><time datetime="2025-03-12T09:10:00+01:00"><a href="/2025/03/12/x">March 12, 2025</a></time></div>
<p>in</p><div class="taxonomy-category wp-block-post-terms"><a href="/c/port">Port</a></div></div>
<div class="entry-content wp-block-post-content">{p()}</div>
<nav class="post-navigation"><div class="post-navigation-link-previous wp-block-post-navigation-link"><a href="/p">Ferry late again</a></div></nav>
<div class="wp-block-query"><h2>More posts</h2><ul class="wp-block-post-template"><li><h3 class="wp-block-post-title"><a href="/z">Choir seeks voices</a></h3><div class="wp-block-post-date"><time datetime="2025-04-02T09:10:00+01:00">April 2, 2025</time></div></li></ul></div></main></div></body></html>""",
    T,
    ["Mira Holt"],
    "2025-03-12",
)

add(
    "ghost-casper",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T}</title><meta property="og:site_name" content="The Sand Letter"><meta property="og:type" content="article"><meta property="og:title" content="{T}">
<meta property="article:published_time" content="2025-03-12T05:30:12.000Z"><meta property="article:modified_time" content="2025-03-14T11:00:00.000Z">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"Article","publisher":{{"@type":"Organization","name":"The Sand Letter"}},"author":{{"@type":"Person","name":"Tom Weller","url":"https://sand.example/author/tom/"}},"headline":"{T}","datePublished":"2025-03-12T05:30:12.000Z","dateModified":"2025-03-14T11:00:00.000Z"}}</script></head>
<body class="post-template"><div class="gh-viewport"><header class="gh-head"><a class="gh-head-logo" href="/">The Sand Letter</a></header>
<main id="site-main" class="site-main"><article class="article post"><header class="article-header gh-canvas"><div class="article-tag post-card-tags"><span class="post-card-primary-tag"><a href="/tag/port/">Port</a></span></div>
<h1 class="article-title">{T}</h1><div class="article-byline"><section class="article-byline-content"><ul class="author-list"><li class="author-list-item"><a href="/author/tom/" class="author-avatar"><img class="author-profile-image" src="t.jpg" alt="Tom Weller"></a></li></ul>
<div class="article-byline-meta"><h4 class="author-name"><a href="/author/tom/">Tom Weller</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="2025-03-12">Mar 12, 2025</time><span class="byline-reading-time"><span class="bull">—</span> 3 min read</span></div></div></section></div></header>
<section class="gh-content gh-canvas">{p()}</section></article></main><aside class="read-more-wrap"><div class="read-more"><article class="post-card"><h2 class="post-card-title">Choir seeks voices</h2><time datetime="2025-04-02">Apr 2, 2025</time></article></div></aside></div></body></html>''',
    T,
    ["Tom Weller"],
    "2025-03-12",
)

add(
    "substack",
    f'''<!DOCTYPE html><html lang="en"><head><title data-rh="true">{T} - by Ada Brandt</title><meta property="og:title" content="{T}"><meta name="author" content="Ada Brandt">
<meta property="og:site_name" content="substack.example"></head><body><div id="entry"><div class="main-menu"><h1 class="navbar-title"><a href="/">Harbour Mail</a></h1></div>
<div class="single-post-container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published title-X77sOw">{T}</h1><h3 class="subtitle">What the inspector found, and why nobody had looked before</h3>
<div class="byline-wrapper"><div class="pencraft profile-hover-card-target"><a href="https://substack.example/@ada">Ada Brandt</a></div><div class="pencraft meta">Mar 12, 2025</div></div><div class="post-ufi"><button>♡ 12</button> <button>4</button> <button>Share</button></div></div>
<div class="available-content"><div class="body markup">{p()}<div class="subscription-widget-wrap"><p>Harbour Mail is a reader-supported publication. To receive new posts, consider becoming a subscriber.</p></div></div></div></article>
<div class="comments"><h4>Discussion about this post</h4><div class="comment"><a>Odo Feld</a><a>Mar 15</a><p>Well said.</p></div></div></div></div>
<script>window._preloads = JSON.parse("{{\\"post\\":{{\\"post_date\\":\\"2025-03-12T07:01:33.000Z\\"}}}}")</script></body></html>''',
    T,
    ["Ada Brandt"],
    "2025-03-12",
)

add(
    "drupal10-olivero",
    f"""<!DOCTYPE html><html lang="en" dir="ltr"><head><title>{T} | Port Authority Watch</title><meta name="Generator" content="Drupal 10 (https://www.drupal.org)" /></head>
<body class="path-node page-node-type-article"><div id="page-wrapper"><header id="header" class="site-header"><div class="site-branding__name"><a href="/" rel="home">Port Authority Watch</a></div></header>
<main role="main"><h1 class="title page-title"><span class="field field--name-title field--type-string field--label-hidden">{T}</span></h1>
<article class="node node--type-article node--view-mode-full"><header><div class="node__meta"><div class="node__author-image"></div><span>By <span class="field field--name-uid field--type-entity-reference field--label-hidden"><a title="View user profile." href="/user/7" class="username">Jane Roe</a></span>, <span class="field field--name-created field--type-created field--label-hidden"><time datetime="2025-03-12T08:22:10+01:00" title="Wednesday, March 12, 2025 - 08:22" class="datetime">12 March, 2025</time></span></span></div></header>
<div class="node__content"><div class="text-content clearfix field field--name-body field--type-text-with-summary field--label-hidden field__item">{p()}</div>
<div class="field field--name-field-tags"><h3 class="field__label">Tags</h3><ul><li><a href="/t/1">port</a></li></ul></div></div></article></main>
<aside class="region--sidebar"><div class="views-element-container block"><h2>Recent content</h2><div class="item-list"><ul><li><a href="/node/9">Choir seeks voices</a> <time datetime="2025-04-02T10:00:00+02:00">2 April 2025</time></li></ul></div></div></aside></div></body></html>""",
    T,
    ["Jane Roe"],
    "2025-03-12",
)

add(
    "arc-fusion",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T} | The Sandmouth Courier</title><meta property="og:title" content="Crane gone: what we know"/><meta property="article:author" content="https://www.facebook.example/courier"/>
<script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{T}","datePublished":"2025-03-12T10:00:00Z","dateModified":"2025-03-12T16:44:09Z","author":[{{"@type":"Person","name":"Jane Roe"}},{{"@type":"Person","name":"Tom Weller"}}],"publisher":{{"@type":"NewsMediaOrganization","name":"The Sandmouth Courier"}}}}</script>
<script id="fusion-metadata" type="application/javascript">Fusion.globalContent={{"display_date":"2025-03-12T10:00:00Z","publish_date":"2025-03-12T16:44:12Z","first_publish_date":"2025-03-12T09:58:00Z"}};</script></head>
<body><div id="fusion-app"><header class="c-stack b-header-nav-chain"><a href="/" title="The Sandmouth Courier"><img alt="logo"></a></header><section role="main" class="b-article"><div class="b-overline"><a href="/local">Local News</a></div>
<h1 class="b-headline">{T}</h1><h2 class="b-subheadline">Residents watched until four in the morning</h2><div class="c-stack b-byline"><span class="b-byline__by">By</span> <span class="b-byline__names"><a href="/author/jane-roe">Jane Roe</a> and <a href="/author/tom-weller">Tom Weller</a></span></div><time as="time" class="c-date b-date" datetime="2025-03-12T10:00:00Z">March 12, 2025 at 10:00 a.m. GMT</time>
<article class="b-article-body">{p(attributes=' class="c-paragraph"')}</article><div class="b-author-bio"><h3><a>Jane Roe</a></h3><p>Jane Roe covers the port for the Courier.</p></div></section>
<div class="b-results-list"><h2>Most read</h2><article><h3>Choir seeks voices</h3><p class="by">By <a>Odo Feld</a></p><time>April 2, 2025</time></article></div></div></body></html>''',
    T,
    ["Jane Roe", "Tom Weller"],
    "2025-03-12",
)

add(
    "amp",
    f'''<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{T}</title><link rel="canonical" href="https://courier.example/local/2025/mar/12/crane">
<script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":"https://courier.example/local/2025/mar/12/crane","headline":"{T}","datePublished":"2025-03-12T06:15:00+00:00","dateModified":"2025-03-12T06:15:00+00:00","author":{{"@type":"Person","name":"Jane Roe"}},"publisher":{{"@type":"Organization","name":"Courier"}}}}</script></head>
<body><header class="header"><amp-img src="logo.svg" alt="Courier"></amp-img></header><amp-ad type="doubleclick"></amp-ad><main><article><header class="article-header"><span class="category">Local</span><h1 class="article-title">{T}</h1><p class="byline">Jane Roe <span class="sep">•</span> <time datetime="2025-03-12T06:15:00+00:00">12/03/2025</time></p></header>
<amp-img src="c.jpg"></amp-img><figcaption>The crane in 1998. Photo: Odo Feld</figcaption>{p()}<amp-social-share type="email"></amp-social-share></article></main><footer>© 2019 Courier</footer></body></html>''',
    T,
    ["Jane Roe"],
    "2025-03-12",
)

add(
    "medium",
    f'''<!doctype html><html lang="en"><head><title data-rh="true">{T} | by Mira Holt | Quay Stories | Medium</title><meta data-rh="true" property="og:title" content="{T}"/><meta data-rh="true" property="og:site_name" content="Medium"/><meta data-rh="true" property="article:published_time" content="2025-03-12T17:20:01.345Z"/><meta data-rh="true" name="author" content="Mira Holt"/><meta data-rh="true" name="twitter:label1" content="Reading time"/><meta data-rh="true" name="twitter:data1" content="3 min read"/></head>
<body><div id="root"><div class="a b c"><div class="d"><a href="/">Open in app</a><a>Sign up</a><a>Sign in</a></div><article><div class="l"><section><div><h1 class="pw-post-title ge gf gg" data-testid="storyTitle">{T}</h1><h2 class="pw-subtitle-paragraph">Notes from behind the fence</h2>
<div class="speechify-ignore"><a href="/@mholt"><img alt="Mira Holt" src="x"></a><div><a data-testid="authorName" href="/@mholt">Mira Holt</a><span>·</span><button>Follow</button></div><div>Published in<a href="/quay">Quay Stories</a>·<span>3 min read</span>·<span data-testid="storyPublishDate">Mar 12, 2025</span></div></div><div>--</div><div>2</div><div>Listen</div><div>Share</div>
{p(attributes=' class="pw-post-body-paragraph"')}</div></section></div></article><div><h2>Written by Mira Holt</h2><p>1.2K Followers</p></div><h2>More from Mira Holt and Quay Stories</h2><div><h2>Choir seeks voices</h2><span>Apr 2, 2025</span></div></div></div></body></html>''',
    T,
    ["Mira Holt"],
    "2025-03-12",
)

add(
    "squarespace",
    f'''<!doctype html><html lang="en-GB"><head><title>{T} &mdash; Arle Valley Voice</title><meta property="og:site_name" content="Arle Valley Voice"/><meta property="og:title" content="{T} &mdash; Arle Valley Voice"/><meta itemprop="name" content="{T} — Arle Valley Voice"/><meta itemprop="author" content="Sam Okoro"/><meta itemprop="datePublished" content="2025-03-12T07:00:00+0000"/><meta itemprop="dateModified" content="2025-03-13T12:11:55+0000"/><meta itemprop="headline" content="{T}"/></head>
<body><div class="header-title-text"><a href="/">Arle Valley Voice</a></div><main><article class="sections"><section class="blog-item-wrapper"><article id="article-" class="h-entry entry hentry post-type-text"><div class="blog-item-top-wrapper"><div class="blog-item-meta-wrapper"><div class="blog-meta-secondary"><span class="blog-item-author">Written By <a class="blog-author-name" href="/?author=5e">Sam Okoro</a></span></div><time datetime="2025-03-12" class="dt-published blog-meta-item blog-meta-item--date">12 Mar</time></div>
<div class="blog-item-title"><h1 class="entry-title entry-title--large p-name" itemprop="headline">{T}</h1></div></div><div class="blog-item-content e-content"><div class="sqs-html-content">{p(attributes=' class="" style="white-space:pre-wrap;"')}</div></div><div class="blog-item-author-profile-wrapper"><div class="author-name">Sam Okoro</div></div></article>
<section id="itemPagination"><a href="/blog/n"><div class="item-pagination-prev-next">Next</div><h2 class="item-pagination-title">Choir seeks voices</h2></a></section></section></article></main></body></html>''',
    T,
    ["Sam Okoro"],
    "2025-03-12",
)

add(
    "hugo-papermod",
    f'''<!DOCTYPE html><html lang="en" dir="auto"><head><title>{T} | salt &amp; rope</title><meta name="author" content="L. Hagen"><meta property="og:title" content="{T}"><meta property="article:published_time" content="2025-03-12T00:00:00+00:00"></head>
<body id="top"><header class="header"><nav class="nav"><div class="logo"><a href="/" title="salt &amp; rope">salt &amp; rope</a></div><ul id="menu"><li><a href="/archives/">Archive</a></li></ul></nav></header>
<main class="main"><article class="post-single"><header class="post-header"><div class="breadcrumbs"><a href="/">Home</a>&nbsp;»&nbsp;<a href="/posts/">Posts</a></div><h1 class="post-title entry-hint-parent">{T}</h1><div class="post-meta"><span title='2025-03-12 00:00:00 +0000 UTC'>March 12, 2025</span>&nbsp;·&nbsp;2 min&nbsp;·&nbsp;L. Hagen&nbsp;|&nbsp;<a href="https://git.example/edit">Suggest Changes</a></div></header>
<div class="post-content">{p()}</div><footer class="post-footer"><nav class="paginav"><a class="next" href="/p"><span class="title">Next »</span><br><span>Choir seeks voices</span></a></nav></footer></article></main></body></html>''',
    T,
    ["L. Hagen"],
    "2025-03-12",
)

add(
    "jekyll-minima",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T} | Tide Log</title><meta property="og:title" content="{T}" /><meta name="author" content="Nils Brook" /><script type="application/ld+json">{{"author":{{"@type":"Person","name":"Nils Brook"}},"@type":"BlogPosting","url":"http://tide.example/2025/03/12/crane.html","headline":"{T}","dateModified":"2025-03-12T00:00:00+00:00","datePublished":"2025-03-12T00:00:00+00:00","@context":"https://schema.org"}}</script></head>
<body><header class="site-header"><a class="site-title" rel="author" href="/">Tide Log</a></header><main class="page-content"><div class="wrapper"><article class="post h-entry" itemscope itemtype="http://schema.org/BlogPosting"><header class="post-header"><h1 class="post-title p-name" itemprop="name headline">{T}</h1><p class="post-meta"><time class="dt-published" datetime="2025-03-12T00:00:00+00:00" itemprop="datePublished">Mar 12, 2025</time> • <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span class="p-author h-card" itemprop="name">Nils Brook</span></span></p></header><div class="post-content e-content" itemprop="articleBody">{p()}</div></article></div></main>
<footer class="site-footer h-card"><p>Tide Log</p><ul class="contact-list"><li class="p-name">Somebody Else</li></ul></footer></body></html>''',
    T,
    ["Nils Brook"],
    "2025-03-12",
)

add(
    "phpbb",
    f"""<!DOCTYPE html><html dir="ltr" lang="en-gb"><head><title>{T} - Harbour Users' Forum</title></head><body id="phpbb" class="nojs notouch section-viewtopic ltr"><div id="wrap"><div id="page-header"><div id="site-description"><h1>Harbour Users' Forum</h1><p>Talk about the quay</p></div></div>
<div id="page-body"><h2 class="topic-title"><a href="./viewtopic.php?t=41">{T}</a></h2><div id="p101" class="post has-profile bg2"><div class="inner"><dl class="postprofile" id="profile101"><dt><a href="./memberlist.php?u=2" class="username">dockhand_jo</a></dt><dd class="profile-rank">Site Admin</dd><dd class="profile-posts"><strong>Posts:</strong> 311</dd><dd class="profile-joined"><strong>Joined:</strong> Tue Feb 05, 2013 9:12 am</dd></dl>
<div class="postbody"><div id="post_content101"><h3 class="first"><a href="#p101">{T}</a></h3><p class="author"><a class="unread" href="./viewtopic.php?p=101"><span>Post</span></a> <span class="responsive-hide">by <strong><a href="./memberlist.php?u=2" class="username">dockhand_jo</a></strong> » </span><time datetime="2025-03-12T08:30:00+00:00">Wed Mar 12, 2025 8:30 am</time></p><div class="content">{"<br><br>".join(P)}</div></div></div></div></div>
<div id="p102" class="post bg1"><div class="inner"><div class="postbody"><h3><a href="#p102">Re: {T}</a></h3><p class="author">by <strong><a class="username">ferryman</a></strong> » <time datetime="2025-03-13T19:00:00+00:00">Thu Mar 13, 2025 7:00 pm</time></p><div class="content">About time.</div></div></div></div></div></div></body></html>""",
    T,
    ["dockhand_jo"],
    "2025-03-12",
)

add(
    "discourse",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T} - Port - Quay Community</title><meta property="og:site_name" content="Quay Community" /><meta property="og:title" content="{T}" /><meta property="article:published_time" content="2025-03-12T08:30:00+00:00" /></head>
<body class="crawler"><header><a href="/">Quay Community</a></header><div id="main-outlet" class="wrap"><div id="topic-title"><h1><a href="/t/crane/41">{T}</a></h1><div class="topic-category"><span class="category-title">Port</span></div></div>
<div itemscope itemtype="http://schema.org/DiscussionForumPosting"><meta itemprop="headline" content="{T}"><div id="post_1" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/u/rowan"><span itemprop="name">rowan_t</span></a></span><span class="crawler-post-infos"><time datetime="2025-03-12T08:30:00Z" class="post-time">March 12, 2025, 8:30am</time><meta itemprop="dateModified" content="2025-03-12T08:30:00Z"><span itemprop="position">1</span></span></div><div class="post" itemprop="text">{p()}</div></div>
<div id="post_2" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post"><span class="creator" itemprop="author" itemscope><span itemprop="name">Kay</span></span><time itemprop="datePublished" datetime="2025-03-14T08:30:00Z">March 14, 2025</time><div class="post" itemprop="text"><p>About time.</p></div></div></div></div></body></html>''',
    T,
    ["rowan_t"],
    "2025-03-12",
)

TD = "Alter Kran am Kai wird nachts abgebaut"
add(
    "de-regional",
    f"""<!DOCTYPE html><html lang="de"><head><title>Hafen: {TD} | Küstenbote</title><meta property="og:title" content="Hafen: {TD}"><meta name="author" content="Küstenbote, Ostrey, Deutschland"><meta name="last-modified" content="2025-03-13T10:00:00+01:00"></head>
<body><header><a class="logo" href="/">Küstenbote</a></header><main><article class="artdetail"><header><div class="artdetail__meta"><span class="artdetail__ort">Ostrey</span></div><h1><span class="artdetail__dachzeile">Hafen</span> <span class="artdetail__titel">{TD}</span></h1><p class="artdetail__vorspann">Monatelang wurde gestritten, nun ging es schnell. <span class="autor">Von Anke Petersen</span></p>
<div class="artdetail__datum">12.03.2025 | Stand: 13.03.2025, 10:00 Uhr</div><div class="artdetail__lesezeit">Lesedauer: 3 Min</div></header><div class="artdetail__text">{p(DE)}</div></article><aside><h2>Das könnte Sie auch interessieren</h2><h3>Chor sucht Stimmen</h3><span>02.04.2025</span></aside></main><footer>Impressum · Datenschutz</footer></body></html>""",
    TD,
    ["Anke Petersen"],
    "2025-03-12",
)

add(
    "de-paid",
    f'''<!DOCTYPE html><html lang="de"><head><title>{TD} - Ostreyer Zeitung</title><meta property="og:title" content="{TD} (OZ+)"><meta property="og:site_name" content="Ostreyer Zeitung"><meta name="date" content="2025-03-12T05:00:00+01:00">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TD}","isAccessibleForFree":false,"datePublished":"2025-03-12T05:00:00+01:00","author":[{{"@type":"Person","name":"Jörg-Uwe Lindner"}}],"publisher":{{"name":"Ostreyer Zeitung"}}}}</script></head>
<body><article><header><h2><span class="kicker">Streit im Hafen</span><br/><span class="headline">{TD}<span class="plus-icon" title="Exklusiv für Abonnenten">OZ+</span></span></h2></header><div class="author-line">Ein Artikel von <a href="/autor/lindner">Jörg-Uwe Lindner</a></div><div class="date">Ostrey, 12. März 2025, 05:00 Uhr</div><div class="body">{p(DE)}</div><div class="paywall"><h2>Jetzt weiterlesen mit OZ+</h2></div></article></body></html>''',
    TD,
    ["Jörg-Uwe Lindner"],
    "2025-03-12",
)

add(
    "de-agency",
    f"""<!DOCTYPE html><html lang="de"><head><title>{TD} | Nordfunk.example - Nachrichten - Küste</title></head><body><div class="content"><div class="article"><div class="textcontent"><h1 class="titleH1">{TD}</h1><div class="lastchanged">Stand: 12.03.2025 11:32 Uhr</div><p class="preface">Monatelang wurde gestritten, nun ging es schnell.</p><div class="copytext"><p class="autorenzeile">von Kim Baumann, Nordfunk Info</p>{p(DE)}</div>
<div class="sendungsbezug">Dieses Thema im Programm: Nordfunk Info | Küstenmagazin | 12.03.2025 | 17:00 Uhr</div></div></div></div></body></html>""",
    TD,
    ["Kim Baumann"],
    None,
)

TF = "La vieille grue du quai démontée dans la nuit"
add(
    "fr-regional",
    f"""<!DOCTYPE html><html lang="fr"><head><title>Ostrey. {TF}</title><meta property="og:title" content="Ostrey. {TF}"><meta property="og:site_name" content="Le Courrier d'Ostrey"><meta property="article:published_time" content="2025-03-12T18:05:00+01:00"></head>
<body><div class="breadcrumb"><a href="/">Accueil</a> &gt; <a>Ostrey</a></div><article><h1 class="titre">{TF}</h1><div class="chapo">Les riverains l'attendaient depuis des années.</div><div class="infos"><div class="source">Le Courrier d'Ostrey</div><div class="auteur">Camille LEGRAND.</div><time datetime="2025-03-12T18:05">Publié le 12/03/2025 à 18h05</time> <time datetime="2025-03-13T09:00">Modifié le 13/03/2025 à 09h00</time></div><div class="corps">{p(FR)}</div></article><div class="plus-lus"><h2>Les plus lus</h2><a>Le chœur cherche des voix</a> <span>Publié le 02/04/2025</span></div></body></html>""",
    TF,
    ["Camille Legrand"],
    "2025-03-12",
)

add(
    "fr-national",
    f'''<!DOCTYPE html><html lang="fr"><head><title>{TF}</title><meta property="og:title" content="{TF}"><meta property="og:article:author" content="Hélène Dubreuil"><meta property="og:article:published_time" content="2025-03-12T06:00:07+00:00"></head><body><header><a class="logo__link">La Gazette</a></header>
<section class="article__wrapper"><header class="article__header"><ul class="breadcrumb"><li>Société</li></ul><h1 class="article__title">{TF}</h1><p class="article__desc">Après des mois de querelles, tout est allé très vite.</p><section class="meta meta__social"><p class="meta__authors">Par <a href="/signataires/hd">Hélène Dubreuil</a> et Marc-Antoine Roy (Ostrey, envoyé spécial)</p><p class="meta__publisher"><span class="meta__date">Publié le 12 mars 2025 à 07h00, modifié le 12 mars 2025 à 11h23</span></p></section></header><article class="article__content">{p(FR, ' class="article__paragraph"')}</article></section></body></html>''',
    TF,
    ["Hélène Dubreuil", "Marc-Antoine Roy"],
    "2025-03-12",
)

TE = "La vieja grúa del muelle desaparece de noche"
add(
    "es-national",
    f'''<!DOCTYPE html><html lang="es-ES"><head><title>Grúa de Ostrey: {TE} | Sociedad | EL DIARIO DEL MUELLE</title><meta property="og:title" content="{TE}"><meta name="date" content="2025-03-12T04:30:00Z"><meta name="DC.date" content="2025-03-12"><meta property="article:modified_time" content="2025-03-12T15:48:22.000Z"></head><body><article id="main-content" class="a _g"><header class="a_e_m"><div class="a_k"><a href="/sociedad">Puertos</a></div><div class="a_e_txt"><h1 class="a_t">{TE}</h1><h2 class="a_st">Los vecinos llevaban años pidiéndolo</h2></div></header>
<div class="a_md"><div class="a_md_a"><a href="/autor/lucia" class="a_md_a_n">Lucía Fernández Prieto</a></div><div class="a_md_f"><span>Ostrey - </span><time datetime="2025-03-12T04:30:00.000Z"><a href="/sociedad/2025-03-12/">12 MAR 2025 - 05:30 CET</a></time></div></div><div class="a_c clearfix">{p(ES)}</div></article><aside><h3>Archivado En</h3></aside></body></html>''',
    TE,
    ["Lucía Fernández Prieto"],
    "2025-03-12",
)

add(
    "es-latam",
    f"""<!DOCTYPE html><html lang="es-AR"><head><title>{TE} - El Faro</title></head><body><div class="header">El Faro <span class="fecha-hoy">viernes 28 de noviembre de 2025</span></div><div class="nota"><span class="volanta">Puerto viejo</span><h1 class="titulo">{TE}</h1><p class="bajada">Los vecinos llevaban años pidiéndolo.</p><div class="firma"><p><b>Por:</b> Martín Quiroga</p><p class="fecha">Miércoles 12 de marzo de 2025 | 08:15 hs.</p></div><div class="cuerpo">{p(ES)}</div></div><div class="relacionadas"><h4>El coro busca voces</h4><span class="fecha">2 de abril de 2025</span></div></body></html>""",
    TE,
    ["Martín Quiroga"],
    "2025-03-12",
)

TP = "Velho guindaste do cais é desmontado à noite"
add(
    "pt-br-portal",
    f'''<!DOCTYPE html><html lang="pt-BR"><head><title>{TP} | Litoral | P1</title><meta property="og:title" content="{TP}"></head><body><div class="mc-article-header"><div class="header-editoria--link"><a>Litoral</a></div><div class="row medium-uncollapse content-head"><div class="title"><h1 class="content-head__title" itemprop="headline">{TP}</h1></div><div class="medium-centered subtitle"><h2 class="content-head__subtitle" itemprop="alternativeHeadline">Moradores esperavam há anos.</h2></div></div><div class="content__signature"><div class="content-publication-data"><div class="content-publication-data__text"><p class="content-publication-data__from" title="Por Renata Vieira, P1 Litoral">Por <strong>Renata Vieira</strong>, P1 Litoral</p><p class="content-publication-data__updated"><time itemprop="datePublished" datetime="2025-03-12T09:45:31.812Z">12/03/2025 06h45</time> <span class="content-publication-data__updated-relative">Atualizado <time itemprop="dateModified" datetime="2025-03-13T12:00:00.000Z">há 8 meses</time></span></p></div></div></div></div><div class="mc-article-body"><article itemprop="articleBody">{p(PT, ' class="content-text__container"')}</article></div></body></html>''',
    TP,
    ["Renata Vieira"],
    "2025-03-12",
)

add(
    "pt-pt-jornal",
    f'''<!DOCTYPE html><html lang="pt-PT"><head><title>{TP} | Portos | JORNAL DO CAIS</title><meta property="og:title" content="{TP}"><meta property="article:published_time" content="2025-03-12T19:03:00"></head><body><article><header><div class="kicker">Portos</div><h1 class="headline story__headline">{TP}</h1><div class="story__blurb"><p>Moradores esperavam há anos.</p></div><div class="story__meta"><div class="byline"><a rel="author" href="/autor/ines">Inês Carvalho</a><span class="byline__sep"> e </span><a rel="author" href="/autor/rui">Rui Gonçalves Dias</a></div><time class="dateline" datetime="2025-03-12T19:03:00">12 de Março de 2025, 19:03</time></div></header><div class="story__body">{p(PT)}</div></article></body></html>''',
    TP,
    ["Inês Carvalho", "Rui Gonçalves Dias"],
    "2025-03-12",
)

TI = "Smontata nella notte la vecchia gru del molo"
add(
    "it-quotidiano",
    f'''<!DOCTYPE html><html lang="it"><head><title>{TI} - Il Corriere del Molo</title><meta property="og:title" content="{TI}"><meta name="content:published_time" content="2025-03-12"></head><body><div class="story"><header class="story__header"><p class="story__overtitle">Porto</p><h1 class="story__title">{TI}</h1><p class="story__author">di <em>Giulia De Santis</em></p><figure><figcaption class="story__caption">La gru nel 1998 (foto Odo Feld)</figcaption></figure><div class="story__date"><time class="story__date" datetime="2025-03-12">12 Marzo 2025</time> <span>Aggiornato alle 13:20</span> <span>2 minuti di lettura</span></div></header><div class="story__content"><div class="story__text">{p(IT)}</div><p class="copyright">© Riproduzione riservata</p></div></div></body></html>''',
    TI,
    ["Giulia De Santis"],
    "2025-03-12",
)

add(
    "it-agenzia",
    f"""<!DOCTYPE html><html lang="it"><head><title>{TI} - Liguria - Agenzia.example</title></head><body><div class="content-news"><section class="news-header"><div class="news-title"><h1>{TI}</h1></div><div class="news-abstract">I residenti lo chiedevano da anni</div><p class="news-meta"><span class="place">OSTREY</span>, <time>12 marzo 2025, 09:41</time><br><span class="author">Redazione Agenzia</span></p></section><div class="news-txt"><p>(AGENZIA) - OSTREY, 12 MAR - {IT[0]}</p>{p(IT[1:])}<p>(AGENZIA).</p></div><p class="copyright">Riproduzione riservata © Copyright Agenzia</p></div></body></html>""",
    TI,
    [],
    "2025-03-12",
)

TL = "Stary dźwig zniknął z nabrzeża w nocy"
add(
    "pl-portal",
    f'''<!DOCTYPE html><html lang="pl"><head><title>{TL} - Wiadomości Portowe</title><meta property="og:title" content="{TL}"></head><body><article class="article"><h1 class="article-title">{TL}</h1><div class="article-meta"><span class="article-author">Katarzyna Wójcik-Nowak</span> <span class="article-source">Źródło: Wiadomości Portowe</span> <time class="article-date" datetime="2025-03-12 07:14:00">12 marca 2025, 07:14</time></div><p class="article-lead"><strong>Mieszkańcy czekali na to od lat.</strong></p>{p(PL)}</article><div class="box"><h3>Czytaj także</h3><a>Chór szuka głosów</a> <span>2 kwietnia 2025</span></div></body></html>''',
    TL,
    ["Katarzyna Wójcik-Nowak"],
    "2025-03-12",
)

add(
    "pl-oprac",
    f"""<!DOCTYPE html><html lang="pl"><head><title>{TL} | Nasz Port 24</title></head><body><div class="art"><div class="art__top"><span class="art__cat">Port</span><span class="art__date">dzisiaj, 12.03.2025 r. 07:14</span></div><h1>{TL}</h1><div class="art__author">Oprac.: Marek Zięba</div><div class="art__body">{p(PL)}</div><div class="art__foot">Źródło: PAP</div></div></body></html>""",
    TL,
    ["Marek Zięba"],
    "2025-03-12",
)

add(
    "bbc-like",
    f'''<!DOCTYPE html><html lang="en-GB"><head><title>{T} - Sand News</title><meta property="og:title" content="{T}"><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","url":"https://sand.example/articles/c1","datePublished":"2025-03-12T21:30:18.000Z","dateModified":"2025-03-13T00:10:00.000Z","headline":"{T}","author":[{{"@type":"Person","name":"Priya Nair & Hal Dunn"}}],"publisher":{{"@type":"NewsMediaOrganization","name":"Sand News"}}}}</script></head>
<body><main id="main-content"><article><div data-component="headline-block"><h1 class="sc-f98b1ad2-0">{T}</h1></div><div data-component="byline-block"><div><time datetime="2025-03-12T21:30:18.000Z">12 March 2025</time></div><div data-testid="byline-contributors"><div data-testid="byline-contributors-contributor-0"><span>Priya Nair &amp; Hal Dunn</span><div><span>Sand News, Ostrey</span></div></div></div></div>{"".join(f'<div data-component="text-block"><p>{x}</p></div>' for x in P)}</article></main></body></html>''',
    T,
    ["Priya Nair", "Hal Dunn"],
    "2025-03-12",
)

add(
    "guardian-like",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T} | Ports | The Warden</title><meta property="og:title" content="{T}"/><meta property="article:published_time" content="2025-03-12T16:00:41.000Z"/><meta property="article:author" content="https://www.warden.example/profile/edwinabell"/><meta property="article:modified_time" content="2025-03-13T04:36:21.000Z"/></head><body><div data-gu-name="headline"><h1>{T}</h1></div><div data-gu-name="standfirst"><p>Residents watched until four in the morning</p></div><div data-gu-name="meta"><address aria-label="Contributor info" data-component="meta-byline"><div><a rel="author" href="/profile/edwinabell">Edwina Bell</a> in Ostrey</div></address><details class="dcr-x"><summary><span>Wed 12 Mar 2025 17.00 CET</span></summary>Last modified on Thu 13 Mar 2025 05.36 CET</details></div><div id="maincontent"><div class="article-body-commercial-selector">{p()}</div></div></body></html>''',
    T,
    ["Edwina Bell"],
    "2025-03-12",
)

add(
    "nyt-like",
    f"""<!DOCTYPE html><html lang="en"><head><title data-rh="true">{T} - The Ostrey Ledger</title><meta data-rh="true" name="byl" content="By Jane Roe and Tom Weller"/><meta data-rh="true" property="og:title" content="Crane Is Down. Now for the Bill."/><meta data-rh="true" property="article:published_time" content="2025-03-12T09:00:27.000Z"/><meta data-rh="true" name="pdate" content="20250312"/></head><body><div id="app"><main id="site-content"><article id="story"><header><p class="css-kicker">The Port</p><h1 data-testid="headline" id="link-2">{T}</h1><p id="article-summary">Residents watched from behind a fence until four in the morning.</p></header><section><div data-testid="bylines"><p class="css-byl"><span>By </span><span itemprop="name">Jane Roe</span> and <span itemprop="name" class="last-byline">Tom Weller</span></p><p>Jane Roe reported from Ostrey, and Tom Weller from Sandmouth.</p><ul><li><time datetime="2025-03-12T05:00:27-04:00"><span>Published March 12, 2025</span><span>Updated March 13, 2025, 8:11 a.m. ET</span></time></li></ul></div></section><section name="articleBody">{p()}</section></article></main></div></body></html>""",
    T,
    ["Jane Roe", "Tom Weller"],
    "2025-03-12",
)

add(
    "reuters-like",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T} | Wire</title><meta property="og:title" content="{T}"><meta name="analyticsAttributes.contentChannel" content="World"><meta name="article:author" content="Leila Marsh, Oskar Dahl"><meta name="article:published_time" content="2025-03-12T03:14:07Z"><meta name="article:modified_time" content="2025-03-12T10:01:39Z"></head><body><main><article><header><div data-testid="Eyebrow"><a>Ports</a></div><h1 data-testid="Heading">{T}</h1><div data-testid="AuthorNameLinks">By <a rel="author">Leila Marsh</a> and <a rel="author">Oskar Dahl</a></div><time datetime="2025-03-12T03:14:07Z"><span>March 12, 2025</span><span>3:14 AM UTC</span><span>Updated 8 months ago</span></time></header><div class="article-body__content">{p()}<p>Reporting by Leila Marsh in Ostrey and Oskar Dahl in Sandmouth; Editing by Una Field and Ned Cole</p><p>Our Standards: The Trust Principles.</p></div></article></main></body></html>''',
    T,
    ["Leila Marsh", "Oskar Dahl"],
    "2025-03-12",
)

add(
    "townnews-blox",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T} | Local | arlepost.example</title><meta name="author" content="JANE ROE jroe@arlepost.example"><meta property="og:title" content="{T}"><meta itemprop="datePublished" content="2025-03-12T18:45:00-05:00"></head><body><div id="main-page-container"><div class="asset"><div class="asset-masthead"><header class="asset-header"><h1 class="headline"><span>{T}</span></h1><div class="meta"><span><ul class="list-inline"><li><span class="tnt-byline asset-byline" itemprop="author">JANE ROE jroe@arlepost.example</span></li><li class="hidden-print"><time datetime="2025-03-12T18:45:00-05:00" class="tnt-date asset-date text-muted">Mar 12, 2025</time></li><li class="visible-print"><time datetime="2025-03-13T08:00:00-05:00">Updated Mar 13, 2025</time></li></ul></span></div></header></div><div class="asset-content"><div id="article-body" itemprop="articleBody" class="asset-body">{p()}</div></div></div></div></body></html>''',
    T,
    ["Jane Roe"],
    "2025-03-12",
)

add(
    "gannett",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T}</title><meta property="og:title" content="{T}"/><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{T}","datePublished":"2025-03-12T09:02:21Z","dateModified":"2025-03-12T09:02:21Z","author":["Jane Roe, Arle Post"],"publisher":{{"name":"Arle Post"}}}}</script></head><body><main class="gnt_cw"><article class="gnt_pr"><a class="gnt_ar_lbl">PORT</a><h1 class="gnt_ar_hl" elementtiming="ar-headline">{T}</h1><div class="gnt_ar_by_hs gnt_ar_by_tp_ps"><div class="gnt_ar_by"><a class="gnt_ar_by_a" href="/staff/1/jane-roe/">Jane Roe</a></div><div class="gnt_ar_pb">Arle Post</div></div><div class="gnt_ar_dt" aria-label="Published: 5:02 a.m. ET March 12, 2025"></div><div class="gnt_ar_b">{p(attributes=' class="gnt_ar_b_p"')}<p><em>Jane Roe can be reached at jroe@arlepost.example.</em></p></div></article></main></body></html>''',
    T,
    ["Jane Roe"],
    "2025-03-12",
)

add(
    "press-release",
    f"""<!DOCTYPE html><html lang="en"><head><title>{T} - PR Wire</title><meta name="author" content="Ostrey Harbour Office"><meta name="date" content="2025-03-12T07:00:00-04:00"></head><body><main><article class="news-release"><header class="release-header"><h1>{T}</h1><a class="newsroom"><img alt="Ostrey Harbour Office"></a><div class="meta"><p><strong>News provided by</strong><br><a href="/news/oho">Ostrey Harbour Office</a></p><p class="mb-no">12 Mar, 2025, 07:00 ET</p></div></header><section class="release-body"><p><span class="xn-location">OSTREY</span>, <span class="xn-chron">March 12, 2025</span> /PR Wire/ -- {P[0]}</p>{p(P[1:])}<p>SOURCE Ostrey Harbour Office</p></section></article></main></body></html>""",
    T,
    [],
    "2025-03-12",
)

add(
    "blogger-contempo",
    f"""<!DOCTYPE html><html dir="ltr" lang="en"><head><title>{T}</title><meta content='blogger' name='generator'/></head><body class="item-view"><div class="centered-top"><h1><a href="https://tides.example/">Tides and Times</a></h1></div><main id="main"><div class="widget Blog" id="Blog1"><article class="post-outer-container"><div class="post-outer"><div class="post"><h3 class="post-title entry-title">{T}</h3><div class="post-header"><div class="post-header-line-1"><span class="byline post-author vcard"><span class="post-author-label">Posted by</span> <span class="fn"><a class="profile-link" href="https://blogger.example/profile/1" rel="author" title="author profile"><span>Una Field</span></a></span></span> <span class="byline post-timestamp"><meta content="https://tides.example/2025/03/crane.html"/><a class="timestamp-link" href="https://tides.example/2025/03/crane.html" rel="bookmark" title="permanent link"><time class="published" datetime="2025-03-12T22:15:00+01:00" title="2025-03-12T22:15:00+01:00">March 12, 2025</time></a></span></div></div><div class="post-body entry-content float-container">{p()}</div></div></div></article></div></main><div class="widget BlogArchive"><h3 class="title">Archive</h3><ul><li>April 2025</li><li>March 2025</li></ul></div></body></html>""",
    T,
    ["Una Field"],
    "2025-03-12",
)

add(
    "mastodon-page",
    """<!DOCTYPE html><html lang="en"><head><title>Ferry Watch: "The old crane is gone. It came down last night…" - sea.example</title><meta content="Ferry Watch (@ferrywatch@sea.example)" property="og:title"><meta content="article" property="og:type"><meta content="2025-03-12T06:02:11Z" property="og:published_time"></head><body><div class="detailed-status"><a class="detailed-status__display-name" href="/@ferrywatch"><span class="display-name"><bdi><strong class="display-name__html p-name">Ferry Watch</strong></bdi><span class="display-name__account">@ferrywatch@sea.example</span></span></a><div class="status__content e-content"><p>The old crane is gone. It came down last night after an inspector had found cracks in its foot. Forty people watched from behind the fence until four in the morning, and nobody was hurt.</p></div><div class="detailed-status__meta"><a class="detailed-status__datetime" href="/@ferrywatch/1"><time class="formatted" datetime="2025-03-12T06:02:11Z">Mar 12, 2025, 06:02</time></a> · Web</div></div></body></html>""",
    None,
    ["Ferry Watch"],
    "2025-03-12",
)

add(
    "typo3-amt",
    f"""<!DOCTYPE html><html lang="de"><head><meta name="generator" content="TYPO3 CMS"><title>{TD} - Stadt Ostrey</title></head><body><div class="news news-single"><div class="article" itemscope="itemscope" itemtype="http://schema.org/Article"><div class="news-list-date"><time itemprop="datePublished" datetime="2025-03-12">12.03.2025</time></div><div class="header"><h1 itemprop="headline">{TD}</h1></div><div class="teaser-text" itemprop="description"><p>Der Hafen bekommt mehr Platz.</p></div><div class="news-text-wrap" itemprop="articleBody">{p(DE)}</div><div class="news-author">Pressestelle der Stadt Ostrey</div></div></div><footer>Letzte Änderung: 20.11.2025</footer></body></html>""",
    TD,
    [],
    "2025-03-12",
)

add(
    "longform-shorthand",
    f'''<!DOCTYPE html><html lang="en"><head><title>{T} — Deep Water</title><meta property="og:title" content="{T}"></head><body class="Theme-Story"><section class="Theme-Section Theme-TitleSection"><div class="Theme-Layer-BodyText-Heading-Large"><h1 class="Theme-Title">{T}</h1><h2 class="Theme-Lead">A hundred years on the quay</h2></div><div class="Theme-Byline">Words by <strong>Jane Roe</strong><br>Photographs by <strong>Odo Feld</strong><br>12 March 2025</div></section><section class="Theme-Section"><div class="Theme-Layer-BodyText">{p()}</div></section></body></html>''',
    T,
    ["Jane Roe"],
    "2025-03-12",
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    titles = authors = wrong = 0
    for name, html, title, people, day in LAYOUTS:
        found = read_clipboard("", html)
        assert isinstance(found, Article), (name, found)
        right = (
            title is None or folded(found.title) == folded(title),
            {*map(folded, found.authors)} == {*map(folded, people)},
        )
        sure = found.published_confidence in (Confidence.CERTAIN, Confidence.LIKELY)
        misread = day is not None and sure and found.published != day
        titles, authors, wrong = titles + right[0], authors + right[1], wrong + misread
        if arguments.show and (misread or not all(right)):
            print(f"{name}: {found.title!r} {found.authors} {found.published} ({found.evidence})")
    print(f"{len(LAYOUTS)} pages: {titles} titles right, {authors} authors, {wrong} sure days wrong")
    return 0 if titles >= 0.95 * len(LAYOUTS) and authors >= 0.9 * len(LAYOUTS) and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
