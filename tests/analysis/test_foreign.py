"""Texts of languages that are none of ours are not called ours, and ours are."""

from __future__ import annotations

import pytest

from search.analysis.analyzer import analyse_article
from search.analysis.language import language_of
from search.model.articles import Article

SENTENCES = {
    "de": "Die Kanzlerin hat gestern mit dem König telefoniert und will ihn bald treffen.",
    "fr": "La chancelière a parlé hier avec le roi et veut le rencontrer dans les jours qui viennent.",
    "es": "La canciller habló ayer con el rey y quiere verlo en los próximos días, dijo su portavoz.",
    "it": "La cancelliera ha parlato ieri con il re e vuole incontrarlo nei prossimi giorni a Roma.",
    "pt": "A chanceler falou ontem com o rei e quer encontrar-se com ele nos próximos dias.",
    "nl": "De kanselier heeft gisteren met de koning gebeld en wil hem in de komende dagen zien.",
    "pl": "Kanclerz rozmawiała wczoraj z królem i chce się z nim spotkać w najbliższych dniach.",
    "cs": "Kancléřka včera mluvila s králem a chce se s ním setkat v příštích dnech, až to půjde.",
    "hu": "A kancellár tegnap telefonon beszélt a királlyal, és hamarosan találkozni is akar vele.",
    "tr": "Şansölye dün kral ile telefonda görüştü ve bu hafta içinde onunla bir araya gelmek için.",
    "sv": "Kanslern talade i går med kungen och vill träffa honom under de närmaste dagarna.",
    "fi": "Kansleri puhui eilen kuninkaan kanssa ja sanoi, että hän haluaa tavata hänet pian.",
    "bg": "Канцлерът говори вчера с краля и иска да се срещне с него през следващите дни.",
    "sr": "Канцеларка је јуче разговарала са краљем и жели да се сретне са њим ових дана.",
    "ur": "چانسلر نے کل بادشاہ سے فون پر بات کی اور کہا کہ وہ ان سے ملنا چاہتی ہیں۔",
    "ro": "Cancelara a vorbit ieri la telefon cu regele și vrea să îl întâlnească în zilele următoare.",
    "en": "The chancellor phoned the king yesterday and wants to meet him in the coming days.",
    "ru": "Канцлер вчера говорила по телефону с королём и хочет встретиться с ним в ближайшие дни.",
    "uk": "Канцлерка вчора говорила телефоном з королем і хоче зустрітися з ним найближчими днями.",
    "ar": "تحدثت المستشارة أمس هاتفيا مع الملك وتريد أن تلتقيه في الأيام المقبلة.",
    "fa": "صدراعظم دیروز با پادشاه تلفنی صحبت کرد و می‌خواهد در روزهای آینده با او دیدار کند.",
    "he": "הקנצלרית שוחחה אתמול בטלפון עם המלך ורוצה לפגוש אותו בימים הקרובים.",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_tells_its_language(language: str, sentence: str) -> None:
    assert language == language_of(sentence)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "en", "Angela Merkel, Emmanuel Macron, Pedro Sánchez met in Den Haag", id="names"
        ),
        pytest.param("ro", "ministrul de externe", id="few words"),
        pytest.param(
            "en",
            "Minister Ben Wallace met Boris Pistorius in Berlin.",
            id="a given name is no word",
        ),
        pytest.param(
            "en", "Kishida met Lee of Seoul. Ishiba met Yoon, and Scholz was met.", id="one word"
        ),
    ],
)
def test_few_foreign_words_make_no_foreign_text(language: str, text: str) -> None:
    assert language_of(text) in {language, "und"}


def test_a_foreign_text_is_folded_and_has_no_dictionary_forms() -> None:
    """English rules would make other words of German ones; accents are left out as anywhere."""
    text = f"{SENTENCES['de']} Die Grüße aus München wurden begleitet."
    body = analyse_article(Article(article_id="1", title="", text=text)).body
    terms = dict(zip(body.exacts, body.terms, strict=True))

    assert ("x:münchen", "l:munchen") == terms["münchen"]
    assert ("x:wurden", "l:wurden") == terms["wurden"]


def test_a_line_of_ours_in_a_foreign_text_is_read_as_the_text() -> None:
    """One line does not change what language the article is in."""
    text = f"{SENTENCES['de']}\n{SENTENCES['de']}\nThe talks were held."
    body = analyse_article(Article(article_id="1", title="", text=text)).body

    assert "l:talks" in dict(zip(body.exacts, body.terms, strict=True))["talks"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param(
            "yi",
            "דער פרעמיער האט געזאגט אז די רעגירונג וועט נישט אפטרעטן און אז זי האט נאך צייט.",
            id="Yiddish",
        ),
        pytest.param(
            "yi",
            "די צוויי מנהיגים האָבן גערעדט וועגן שלום, האָט געזאָגט אַ שפּרעכער פֿון דעם הויז.",
            id="Yiddish with its marks",
        ),
        pytest.param(
            "ckb",
            "سەرۆک وەزیران ڕۆژی دووشەممە لەگەڵ سەرۆکی وڵاتی دراوسێ کۆبووەوە و باسیان لە ئاشتی کرد.",
            id="Kurdish",
        ),
        pytest.param(
            "ps",
            "لومړي وزیر د دوشنبې په ورځ د ګاونډي هېواد له ولسمشر سره ولیدل او د سولې خبرې یې وکړې.",
            id="Pashto",
        ),
        pytest.param(
            "kk",
            "Премьер-министр дүйсенбі күні көрші елдің президентімен кездесіп, ұзақ әңгімелесті.",
            id="Kazakh",
        ),
        pytest.param(
            "az",
            "Baş nazir bazar ertəsi qonşu ölkənin prezidenti ilə görüşdü və sülh barədə danışdılar.",
            id="Azerbaijani",
        ),
    ],
)
def test_letters_and_words_that_none_of_ours_has_tell_a_language(code: str, text: str) -> None:
    assert code == language_of(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param(
            "he", "הַנָּשִׂיא אָמַר אֶת הַדְּבָרִים הָאֵלֶּה בַּיּוֹם הָרִאשׁוֹן לִפְנֵי הָעָם כֻּלּוֹ.", id="Hebrew with points"
        ),
        pytest.param(
            "he",
            "העיתון היידי דער בלאט כתב אתמול כי ראש הממשלה נפגש עם הרבנים ושוחח עמם על הגיוס.",
            id="a name",
        ),
        pytest.param(
            "ru",
            "Президент Қасым-Жомарт Тоқаев провёл в понедельник переговоры с премьер-министром.",
            id="a Kazakh",
        ),
        pytest.param(
            "ro",
            "Preşedintele azer İlham Əliyev s-a întâlnit luni la Bucureşti cu premierul României.",
            id="an Azeri",
        ),
    ],
)
def test_foreign_names_make_no_language(code: str, text: str) -> None:
    assert code == language_of(text)
