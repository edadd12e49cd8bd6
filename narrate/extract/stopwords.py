"""The commonest words of languages, and scripts that are one language's own: data, and only data.

Order matters in `SCRIPTS`: kana is looked for before the characters that Chinese shares.
"""

SCRIPTS = {
    "ja": r"[\u3040-\u30ff]",
    "ko": r"[\uac00-\ud7af]",
    "zh": r"[\u4e00-\u9fff]",
    "he": r"[\u0590-\u05ff]",
    "el": r"[\u0370-\u03ff]",
    "hi": r"[\u0900-\u097f]",
    "th": r"[\u0e00-\u0e7f]",
    "bn": r"[\u0980-\u09ff]",
    "ta": r"[\u0b80-\u0bff]",
    "ka": r"[\u10a0-\u10ff]",
    "hy": r"[\u0530-\u058f]",
}

STOPWORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a is that for it was on with as be by at this have from or had not are but were which their they has been its would who will more",
        "es": "de la que el en y los se del las un por con no una su para es al lo como más pero sus le ha este sí porque esta entre cuando muy sin sobre también fue",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son cette aux mais ont ses elle été nous leur",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito nos já está também pelo pela são",
        "it": "di e il la che in a per un è del non sono della i con le si da una ha al dei nel alla come più gli lo delle anche o ma dal nella stato questo ha su degli",
        "nl": "de van het een en in is dat op te zijn met voor niet aan er die om ook als bij maar door naar heeft uit nog wordt over deze hij was werd worden ze dan meer",
        "sv": "och i att det som en på är av för med den till inte har de ett om han var men så från vi kan när år under också efter nu vid sig ska säger eller hade",
        "da": "og i at det er en til på som af for med der den de ikke har et om han var men sig fra vi kan også efter være blev havde nu ved skal siger eller hvor",
        "no": "og i det er på en til som av for at med har den de ikke et om han var men seg fra vi kan også etter være ble hadde nå ved skal sier eller hvor jeg",
        "fi": "ja on ei että se oli joka hän mutta ovat myös kun niin kuin jos tai sen ole ovat mukaan sekä olla vain hänen joka siitä vuonna nyt jo ollut voi tämä",
        "pl": "w i na z się nie do to że jest o jak za od po przez ale dla są tym co był być oraz jego które który tego już ich tak może może jej czy tylko",
        "cs": "a v se na je že s z do to o i ve jako za by ale pro jsou podle který která které po k od bude byl byla také jeho už až při jen není ze nebo",
        "tr": "ve bir bu da de için ile olarak çok daha olan en gibi sonra kadar ise göre ne var o ama değil ya her ancak olduğu tarafından ki dedi oldu ilk iki",
        "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan juga oleh tersebut sebagai adalah ke telah kata ada mereka bisa karena saat lebih",
        "vi": "của và là có được cho không trong các một với người đã những này đến khi từ ra về để theo nhiều năm cũng tại như vào sẽ trên phải",
        "ro": "de și în a la cu pe care un o din nu că este mai au pentru se sunt fost prin al după ce dar lui sau cel iar",
        "hu": "a az és hogy nem is egy van volt meg csak de ez azt már még el mint ki fel vagy ha után szerint mert majd lehet",
        "ru": "и в не на что с по а как это он к из за у его но для от то о был все так также их до бы она было мы если после",
        "uk": "і в не на що з та до як за у це від про для його але є він по був також її їх які який або із після цього",
        "bg": "и на да в се за е от с че по не са си като до ще това има а но са през той които му след или",
        "ar": "في من على إلى أن عن التي الذي هذا هذه ما مع لا كان قد بعد كما هو ذلك بين كل وقال خلال أو ولا قبل",
        "fa": "و در به از که این را با است برای آن یک خود تا بر می شد هم نیز کرد اما شده دارد ها یا وی باید",
        "ur": "کے کی میں ہے کا اور سے کو نے پر کہ یہ اس ہیں بھی کر تھا کہا گیا ایک نہیں",
    }.items()
}
