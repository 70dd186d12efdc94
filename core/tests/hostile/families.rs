//! Texts that nobody wrote, of any length: what they are made of is what a stage may stumble over.

/// A name, and the text of about so many bytes.
pub(crate) type Family = (&'static str, fn(usize) -> String);

/// Repeats of one piece, as families by name.
macro_rules! repeats {
    ($($name:literal: $piece:expr,)*) => { &[$(($name, |length| repeat($piece, length))),*] };
}

/// Repeats in which there is nothing to find, whatever their length.
pub(crate) const NOTHING: &[Family] = repeats! {
    "one letter": "a",
    "one capital": "A",
    "one quotation mark": "\"",
    "one opening mark": "“",
    "one closing mark": "”",
    "one apostrophe": "'",
    "one single mark": "’",
    "a mark and a letter": "\"a",
    "digits": "9",
    "digits and points": "9.",
    "hyphens": "-",
    "brackets": "(",
    "full stops": ".",
    "commas": ",",
    "spaces": " ",
    "newlines": "\n",
    "returns": "\r",
    "dollars": "$",
    "letters with accents": "é",
    "combining marks": "\u{301}",
    "zero-width spaces": "\u{200b}",
    "right-to-left marks": "\u{202e}",
    "right-to-left letters": "שלום ",
    "emoji sequences": "👩‍👩‍👧 ",
    "flags": "🇬🇧🇫🇷",
    "replacement characters": "\u{fffd}",
    "zero bytes": "\0",
    "at signs": "a@",
    "hosts": "www.",
    "ends of hosts": ".com",
    "handles": "@a ",
    "angle brackets": "<a",
    "bars": "| ",
    "articles": "the ",
    "prepositions": "of the ",
    "conjunctions": "and ",
    "pronouns": "he ",
    "relative pronouns": "who ",
    "titles": "Mr. ",
    "abbreviations": "U.S. ",
    "a name that never ends": "Doe ",
    "a title that never ends": "Vice President of ",
    "a possessive that never ends": "Doe’s ",
    "lines of furniture": "Share\n\n",
    "short lines": "a\n",
    "lines of capitals": "A B\n",
    "bullets": "• a\n",
};

/// Repeats in which something may be found.
pub(crate) const SOMETHING: &[Family] = repeats! {
    "one cue": "said ",
    "a cue and a complement": "said that ",
    "a speaker and a cue": "Doe said, ",
    "a cue behind a stretch": "‘a’ said ",
    "stretches": "\"a\" ",
    "stretches that stay open": "“a ",
    "stretches that stay open in each paragraph": "“a\n\n",
    "letters in marks": "“We saw it,” he said. ",
    "a sentence of quotes": "“We saw it all,” he said; ",
    "colons": "Doe: ",
    "dashes": "— ",
    "questions and answers": "Q: a\n",
    "bylines": "By Jane Doe\n",
    "dates in lines": "May 5, 2025\n",
    "digits and commas": "9,",
    "list markers": "1. ",
    "thousands": "1,000 ",
    "percentages": "5% ",
    "halves": "half ",
    "scale words": "million ",
    "number words": "one ",
    "ranges of money": "$5 to ",
    "ranges": "5-",
    "fractions": "1/",
    "months": "May ",
    "weekdays": "Monday ",
    "days of months": "5 May ",
    "days that own": "today's news ",
    "units": "5 kg per ",
    "numbers in lines": "5\n",
    "speech in lines": "A said.\n",
    "hard-wrapped lines": "The plan was dropped on Monday and nobody knows\n",
    "ordinary sentences": "“We saw 5,000 of them on Monday,” the minister told reporters, adding that costs rose 3 percent. ",
};

/// Texts that are no repeats.
pub(crate) const MADE: &[Family] = &[
    ("nested marks", |length| {
        let depth = length / "“‘”’".len();
        format!("{}{}", "“‘".repeat(depth), "’”".repeat(depth))
    }),
    ("nested brackets", |length| format!("{}a{}", "(".repeat(length / 2), ")".repeat(length / 2))),
    ("one number", |length| format!("It cost ${} in all.", "1".repeat(length))),
    ("one decimal", |length| format!("It cost $0.{} in all.", "1".repeat(length))),
    ("one spelled number", |length| repeat("twenty-one hundred thousand million ", length)),
    ("cues before marks", |length| {
        format!("{}{}", repeat("said that it is so ", length / 2), ",".repeat(length / 2))
    }),
    ("a cue that waits", |length| {
        format!(
            "Doe said this:\n\n{}{}",
            repeat("Share\n\n", length / 2),
            repeat("“We saw it.”\n\n", length / 2)
        )
    }),
    ("every scalar", |length| {
        pages_of_scalars()
            .cycle()
            .scan(0, |size, c| {
                *size += c.len_utf8();
                (*size <= length).then_some(c)
            })
            .collect()
    }),
    ("words of growing length", |length| {
        let mut text = String::new();
        let mut size = 1;
        while text.len() + size < length {
            text += &"a".repeat(size);
            text.push(' ');
            size += 1;
        }
        text
    }),
    ("other languages", |length| repeat(&OTHER_LANGUAGES.join("\n\n"), length)),
];

/// Every scalar once, a page of 256 after another. The pages stand far apart, so that a short text holds the same mixture
/// of scripts as a long one.
fn pages_of_scalars() -> impl Iterator<Item = char> + Clone {
    const PAGES: u32 = 0x11_0000 >> 8;
    // Prime, and no factor of their number: each page comes once.
    const STEP: u32 = 1693;
    (0..PAGES)
        .map(|page| (page * STEP % PAGES) << 8)
        .flat_map(|first| first..first + 0x100)
        .filter_map(char::from_u32)
}

/// A sentence with a quotation and a number in each of fifteen languages.
pub(crate) const OTHER_LANGUAGES: [&str; 15] = [
    "«Мы построим 12 новых школ», — сказал министр в понедельник.",
    "«Θα χτίσουμε 12 σχολεία», δήλωσε ο υπουργός τη Δευτέρα.",
    "„Vom construi 12 școli noi în fiecare județ”, a declarat luni ministrul educației.",
    "„Wir bauen 12 neue Schulen“, sagte der Minister am Montag.",
    "« Nous construirons 12 écoles », a déclaré le ministre lundi.",
    "«Construiremos 12 escuelas», dijo la ministra el lunes.",
    "\"Rakennamme 12 koulua\", ministeri sanoi maanantaina.",
    "”12 okul yapacağız” dedi bakan pazartesi günü.",
    "\"נבנה 12 בתי ספר\", אמר השר ביום שני.",
    "قال الوزير يوم الاثنين: «سنبني ١٢ مدرسة».",
    "मंत्री ने सोमवार को कहा, “हम १२ स्कूल बनाएंगे।”",
    "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่า “เราจะสร้างโรงเรียน 12 แห่ง”",
    "部长星期一说：“我们将建造12所学校。”",
    "大臣は月曜日に「12の学校を建てる」と述べた。",
    "장관은 월요일에 “학교 12곳을 짓겠다”고 말했다.",
];

fn repeat(piece: &str, length: usize) -> String {
    piece.repeat(length / piece.len() + 1)
}
