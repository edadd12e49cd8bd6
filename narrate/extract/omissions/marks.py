"""What an element is for, told by its own marking: tag, role, class and id words, microdata.

The words come from counting, over some 500 news and blog pages, how often the text under an
element so named belonged to the article. A mark is only a claim: the finder ignores it where
the element holds much of the page's running text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from narrate.model import Omission

_CAMEL = re.compile(r"([a-z])([A-Z])")
_WORD = re.compile(r"[a-z]+")
_NOT = frozenset({"no", "has", "with", "without", "is", "not", "hide", "hidden", "non", "are"})

WORDS: Mapping[Omission, frozenset[str]] = {
    "related": frozenset(
        "related recommended recommendation recommendations recirc recirculation outbrain taboola "
        "readmore read-more read-also see-also also-read also-like more-on more-from most-read "
        "most-popular most-viewed popular-posts trending mostread up-next next-article next-post "
        "post-navigation post-nav prev-next related-posts latest-news latest-posts recent-posts "
        "more-news more-stories other-news similar-posts linkbox link-list linklist onward "
        "relacionadas relacionados relacionada articulos-relacionados noticias-relacionadas "
        "a-lire-aussi lire-aussi lireaussi weiterlesen mehr-zum-thema thema-links verwandte "
        "leia-mais saiba-mais leggi-anche correlati teaser-list teaserlist internal-links "
        "nextarticle relatedlinks relatedarticles interlinking topic-list dossier-links "
        "tags tag-list taglist post-tags article-tags entry-tags keywords article-topics topics "
        "cat-links tags-links".split()
    ),
    "promotion": frozenset(
        "newsletter newsletters promo promos promobox promotion subscribe subscription signup "
        "sign-up cta call-to-action app-promo membership campaign optin "
        "opt-in mailchimp mc-embed lead-magnet abo abonnieren suscripcion suscribete abonnement "
        "in-article-promo join-us contest giveaway whatsapp-channel google-news telegram "
        "add-preferred follow-google coupon".split()
    ),
    "donation": frozenset("donate donation donations spenden spende dons donar doar".split()),
    "share": frozenset(
        "share sharing shares social socials addthis addtoany sharedaddy sharethis share-bar "
        "social-share share-buttons like-button follow follow-us social-links social-media "
        "reactions reaction rating ratings vote votes bookmark print-button teilen compartir "
        "partager condividi compartilhar".split()
    ),
    "advertisement": frozenset(
        "ad ads advert adverts advertisement advertisements advertising adslot ad-slot adbox "
        "adunit ad-unit ad-container sponsor sponsored sponsors dfp gpt-ad adsbygoogle werbung "
        "anzeige anzeigen publicidad publicite pubblicita publicidade reklame reklama reklam "
        "affiliate-disclosure banner banners commercial brandbox".split()
    ),
    "author bio": frozenset(
        "author-bio bio about-author about-the-author author-box authorbox author-card author-info "
        "author-description author-details biography contributor-bio post-author-bio author-block "
        "author-profile author-footer author-desc authors-bio bios guest-author article-author "
        "autor-bio autorenbox autorenprofil about-the-writer writer-bio author-about".split()
    ),
    "byline": frozenset(
        "byline bylines post-meta entry-meta article-meta post-info meta-info author-name authors "
        "author article-byline author-date meta-author story-meta contributor contributors "
        "contributor-name posted-by written-by reviewed-by autor auteur autore".split()
    ),
    "timestamp": frozenset(
        "timestamp pubdate publish-date published-date post-date entry-date article-date "
        "date-time datetime time-stamp last-updated updated-date dateline-date reading-time "
        "read-time min-read readtime article-dates publication-date date-published "
        "posted-on".split()
    ),
    "caption": frozenset(
        "caption captions figcaption wp-caption-text image-caption photo-caption img-caption "
        "video-caption legende bildunterschrift pie-foto didascalia legenda imagecaption "
        "slide-caption media-caption caption-text image-meta".split()
    ),
    "credit": frozenset(
        "credit credits photo-credit image-credit photo-credits bildnachweis media-credit "
        "image-source photographer image-copyright".split()
    ),
    "copyright": frozenset("copyright copyrights".split()),
    "comments": frozenset(
        "comments comment comment-list commentlist comments-area disqus respond livefyre spotim "
        "kommentare commentaires comentarios commenti kommentarer comment-form forum-posts".split()
    ),
    "player": frozenset(
        "player audio-player audioplayer video-player videoplayer jwplayer jw-player speechkit "
        "beyondwords trinity-player listen listen-button tts text-to-speech playlist playback "
        "vjs videojs brightcove vorlesen ecouter escuchar ascolta readspeaker audio-article".split()
    ),
    "embed": frozenset(
        "twitter-tweet tweet-embed instagram-media tiktok-embed fb-post fb-video social-embed "
        "bluesky-embed reddit-embed embed-twitter embed-instagram".split()
    ),
    "pull quote": frozenset(
        "pullquote pull-quote pullquotes pquote quote-pull blockquote-pull zitatbox".split()
    ),
    "disclaimer": frozenset("ai-disclaimer ai-disclosure audio-disclaimer".split()),
    "navigation": frozenset(
        "nav navbar navigation breadcrumb breadcrumbs menu menus submenu sub-menu dropdown "
        "pagination pager masthead site-header site-footer page-footer global-header "
        "global-footer modal popup pop-up overlay lightbox cookie cookies consent gdpr onetrust "
        "cookie-banner cookie-notice skip-link skip-links screen-reader screen-reader-text "
        "sr-only visually-hidden visuallyhidden offcanvas off-canvas sidebar login "
        "toc table-of-contents tableofcontents toolbar tooltip jump-links jumplinks noprint "
        "no-print search-form searchform search-box back-to-top accessibility "
        "hatom-extra button buttons btn btns placeholder progress".split()
    ),
}
"""The words of class and id that tell what an element is for, by reason."""

_ORDER: tuple[Omission, ...] = (
    "pull quote", "embed", "author bio", "donation", "promotion", "comments", "disclaimer",
    "player", "share", "related", "advertisement", "credit", "caption", "copyright", "byline",
    "timestamp", "navigation",
)  # fmt: skip
_REASON: dict[str, tuple[int, Omission]] = {
    word: (rank, reason) for rank, reason in enumerate(_ORDER) for word in WORDS[reason]
}
_ROLES: dict[str, Omission] = {
    "navigation": "navigation", "banner": "navigation", "contentinfo": "navigation",
    "search": "navigation", "dialog": "navigation", "alertdialog": "navigation",
    "menu": "navigation", "menubar": "navigation", "toolbar": "navigation",
    "button": "navigation", "tooltip": "navigation",
    "complementary": "related", "form": "promotion", "doc-pullquote": "pull quote",
    "doc-footnote": "footnote", "doc-endnotes": "footnote", "doc-noteref": "footnote",
    "doc-toc": "navigation", "status": "navigation", "alert": "navigation",
}  # fmt: skip
_TAGS: dict[str, Omission] = {
    "nav": "navigation", "footer": "navigation", "form": "promotion", "dialog": "navigation",
    "figcaption": "caption", "aside": "related", "menu": "navigation", "search": "navigation",
    "fieldset": "navigation", "label": "navigation", "legend": "navigation",
}  # fmt: skip
_SLUGGED = frozenset("h1 h2 h3 h4 h5 h6 p li span a b strong em".split())
_CONSENT = (
    "cookie", "consent", "gdpr", "onetrust", "didomi", "usercentrics", "qc-cmp", "sp_message", "truste",
    "iubenda", "cli-modal",
)  # fmt: skip
_NAMING = ("id", "class", "data-testid", "data-component", "data-module", "data-name")


def mark(tag: str, attributes: Mapping[str, str]) -> Omission | None:
    """Why the text in an element so marked is not read aloud; None when nothing speaks against it.

    >>> mark("div", {"class": "article__relatedLinks"})
    'related'
    """
    if role := attributes.get("role"):
        if reason := _ROLES.get(role.lower()):
            return reason
    if is_hidden(attributes):
        return "navigation"
    # A heading's or paragraph's id is the slug of its own words.
    naming = _NAMING[1:] if tag in _SLUGGED else _NAMING
    named = " ".join(attributes[name] for name in naming if name in attributes)
    return (_named(named) if named else None) or _TAGS.get(tag)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether the page itself keeps the element from its readers."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style", "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def is_consent(attributes: Mapping[str, str]) -> bool:
    """Whether an element is a cookie notice, which may well be longer than the article."""
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return any(word in named for word in _CONSENT)


@lru_cache(maxsize=20_000)
def _named(names: str) -> Omission | None:
    found: tuple[int, Omission] | None = None
    for name in names.split():
        for key in _keys(_WORD.findall(_CAMEL.sub(r"\1 \2", name).lower())):
            hit = _REASON.get(key)
            if hit and (found is None or hit < found):
                found = hit
    return found[1] if found else None


def _keys(words: list[str]) -> Iterator[str]:
    """The words of a name, alone and with their neighbours, except those that are denied."""
    for at, word in enumerate(words):
        if at and words[at - 1] in _NOT:
            continue
        yield word
        yield "-".join(words[at : at + 2])
        yield "-".join(words[at : at + 3])
