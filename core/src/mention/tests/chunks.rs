//! Noun phrases, names and pronouns: where they begin and end.

use super::*;

/// Reads each line without its brackets and compares.
fn check(lines: &[&str]) {
    let wrong: Vec<String> = lines
        .iter()
        .filter_map(|line| {
            let found = brackets(&line.replace(['[', ']'], ""));
            (found != *line).then(|| format!("wanted {line}\n found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn titles_stand_before_names() {
    check(&[
        "[Kremlin spokesman Anton Belov] said [talks] had stalled.",
        "[UK Prime Minister Sir Alan Reeve] met [Det Insp Ray Holt].",
        "[Turkey’s President Emre Can Yildiz] rejected [the plan].",
        "[Attorney General Ana Ruiz] and [Chief Justice Tom Hale] attended.",
        "[White House press secretary Dina Lowe] told [CNN] on Monday.",
        "[Texas Gov. Lee Marsh] signed [the bill] Friday.",
        "[The Rev. Al Gray] prayed for [the victims of the crash].",
        "[King Charles III] and [Pope Francis] met.",
        "[Judge Amy Lee] ruled on Monday.",
        "[Tesla Inc. shares] fell after [chief executive Lars Holm] resigned.",
        "[The newly elected president] thanked [his strongest supporters].",
        "[The secretary of state] resigned.",
    ]);
}

#[test]
fn names_keep_initials_particles_and_suffixes() {
    check(&[
        "[J. R. Smith] and [George W. Hart] wrote to [the Department of Justice].",
        "[Maria van der Berg], [Omar al-Rashid] and [Jean-Pierre Lacroix] signed [it].",
        "[Sen. Paula O'Neil] told [reporters] that [McAllister Jr.] had left.",
        "[Johnson & Johnson] and [the Bank of England] declined to comment.",
        "[The Food and Drug Administration] approved [it], [the agency] said.",
        "[The Centers for Disease Control and Prevention] reported [40 cases].",
        "[The Republican-led House of Representatives] passed [it].",
        "[U.S. officials] said [the U.N. Security Council] would meet.",
        "[Dr. Amy Chen] of [Stanford University] led [the study].",
        // `and` between two people or two places joins no name.
        "Both [Smith] and [Jones] oppose [the bill].",
        "[Russia] and [Ukraine] agreed.",
        // A president of somewhere is not named so.
        "[Senator Ted Hale] of [Texas] spoke.",
    ]);
}

#[test]
fn a_capital_at_the_start_is_weak() {
    check(&[
        "Following [the vote], [officials] said [the law] would change.",
        "However, [critics of the plan] disagreed.",
        "In [the end] [two officials] and [both sides] agreed.",
        "According to [the report], [sales] rose 5%.",
        "“[We] will not go,” [Bright] said. “Never,” added [Ms. Ortega].",
        "[PRESIDENT] SAYS NO TO [TALKS]",
        "[Mayor] Defends [Plan] To Close [Library]",
        "[Negotiations] continued on Friday.",
    ]);
}

#[test]
fn noun_phrases_end_before_verbs() {
    check(&[
        "[Police] said [the man], 43, was arrested on Tuesday.",
        "[Residents of the town] [who] lost [homes] blamed [the company] [that] built [them].",
        "[Many Democrats] and [some Republicans] support [the measure].",
        "[Officials] claim that [the report] claims [the state] lied.",
        "[A poll] shows [upstart candidates] in [the lead].",
        "[The officials] left.",
        "[Both sides] plan to appeal.",
        "[Those] [who] live here know [it].",
        "What [Smith] said angered [voters].",
        "[Peace talks] in [Geneva] failed.",
        "[The ministry] proposed [two new taxes].",
    ]);
}

#[test]
fn modifiers_belong_to_their_noun() {
    check(&[
        "[A 32-year-old teacher] from [Leeds] said [she] was shocked.",
        "[They] want [a long-term, lasting peace] and [real and lasting security].",
        "[The Ukrainian armed forces] got [Western military aid].",
        "[The company’s chief executive], [Ines Falk], resigned.",
        "[She] told [her lawyer] that [it] was over.",
        "[She] told [her] that [it] was over.",
        "[A spokesman for the ministry] said so.",
        "[A group of scientists] warned [the coalition of leaders].",
        "[One of the officials] said [most of them] had left.",
        // A name behind an ordinary noun is another phrase.
        "After [the summit] [Ortega] left.",
        // Adjectives behind a verb are no noun phrase.
        "[The demand] was unequivocal.",
        // Days and weeks tell the time and speak for nobody.
        "[Trump] last week said no on Friday.",
        // `for` behind one who is asked belongs to the asking.
        "[They] asked [the minister] for [the report].",
    ]);
}

#[test]
fn odd_text_gives_chunks_in_order() {
    for text in [
        "",
        " ",
        "’s",
        "Mr.",
        "of of of",
        "A.",
        "the the the",
        "- - -",
        "“”“”",
        "Jr., MP",
        "& & &",
        "\u{200b}’",
    ] {
        brackets(text);
        named(text);
    }
}

#[test]
fn long_runs_stay_linear() {
    for piece in
        ["Jane ", "Mr. ", "of the ", "president ", "“", "Jane, the mayor, ", "he ", "big and ", "Jane’s "]
    {
        let text = piece.repeat(40_000);
        let scan = Scan::new(&text);
        let mut scratch = Scratch::default();
        let found = mentions(&scan, &mut scratch);
        assert!(found.chunks.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start), "{piece:?}");
    }
}
