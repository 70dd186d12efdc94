//! Who is who across a text.

use super::*;

/// Reads each line without its brackets, each of which may hold `=name`, and compares.
fn check(lines: &[&str]) {
    let mut wrong = Vec::new();
    for line in lines {
        let mut text = String::new();
        let mut inside = false;
        for letter in line.chars() {
            match letter {
                ']' => inside = false,
                '=' => inside = true,
                '[' => {}
                other if !inside => text.push(other),
                _ => {}
            }
        }
        let found = named(&text);
        if found != *line {
            wrong.push(format!("wanted {line}\n found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn names_of_one_person_are_joined() {
    check(&[
        "[Harlow=Tim Harlow] won. [Prime Minister Tim Harlow=Tim Harlow] said so. [Mr. Harlow=Tim Harlow] left.",
        "[Sir Alan Reeve=Alan Reeve] spoke. [Sir Alan=Alan Reeve] smiled. [Reeve=Alan Reeve] left.",
        "[Xi=Xi Jinping] spoke. [President Xi Jinping=Xi Jinping] said so.",
        "[John R. Smith] spoke. [J. R. Smith=John R. Smith] agreed. [Smith=John R. Smith] left.",
        // Two of one family name are told apart by title, or not at all.
        "[Bill Harker] and [Hillary Harker] met. [Mr. Harker=Bill Harker] said no. [Mrs. Harker=Hillary Harker] said yes.",
        "[Bill Harker] met [Hillary Harker]. Harker said no.",
    ]);
}

#[test]
fn bodies_are_joined_by_initials_and_first_words() {
    check(&[
        "[The Environmental Protection Agency=Environmental Protection Agency] ([EPA=Environmental Protection Agency]) paid. [The EPA=Environmental Protection Agency] won.",
        "[The United States=United States] agreed. [The US=United States] said so.",
        "[Acme Holdings] fell. [Acme=Acme Holdings] said so. [The company=Acme Holdings] declined to comment.",
        "[Harvard University] said so. [The university=Harvard University] grew.",
        // A town is not the school that is named for it.
        "[Tillery High School] closed. [Tillery] grew.",
    ]);
}

#[test]
fn roles_name_who_has_them() {
    check(&[
        "[Mayor Dana Whitfield=Dana Whitfield] won. “Good,” [the mayor=Dana Whitfield] said.",
        "[Texas Gov. Lee Marsh=Lee Marsh] won. [The governor=Lee Marsh] smiled.",
        "[Mr Justice Hale=Hale] ruled. [The judge=Hale] left.",
        "[A spokesman=spokesman] said no. [The spokesman=spokesman] left.",
        // Two mayors: no telling.
        "[Mayor Dana Whitfield=Dana Whitfield] met [Mayor Tom Orr=Tom Orr]. [The mayor=mayor] left.",
        // Another spokesman than the one named.
        "[Kremlin spokesman Anton Belov=Anton Belov] left. [The White House spokesman=White House spokesman] stayed.",
    ]);
}

#[test]
fn appositions_say_who_one_is() {
    check(&[
        "[Sam Roe], [a retired teacher=Sam Roe], left.",
        "[His wife=Ann Lee], [Ann Lee], left.",
        "[The company=Brill Foods], [Brill Foods], said so.",
        // The subject of the next clause is no apposition.
        "“No, [Smith], [the mayor=mayor] said.",
    ]);
    assert_eq!(
        wholes("Sam Roe, 52, a teacher at the school in Leeds, said so."),
        ["Sam Roe, 52, a teacher at the school in Leeds"]
    );
    assert_eq!(wholes("The mayor, Dana Whitfield, said so."), ["The mayor, Dana Whitfield"]);
    assert_eq!(wholes("Gov. Pat Orr (R) said so."), ["Gov. Pat Orr (R)"]);
    assert_eq!(
        who("Dana Whitfield, the mayor of Springfield, met Acme Inc., a software company."),
        ["Dana Whitfield | person | mayor of Springfield", "Acme Inc. | organization | software company",]
    );
}

#[test]
fn pronouns_stand_for_who_is_prominent() {
    check(&[
        "[Jane Poole] said [she=Jane Poole] would stay. [She=Jane Poole] left.",
        "[Tom Smith] told [Jane Poole] that [she=Jane Poole] was late.",
        "[Kyiv] rejected the offer. [It=Kyiv] said [Moscow] had lied.",
        "[Officials] said so. [They=Officials] blamed the weather.",
        "[The coalition of leaders=coalition of leaders], [which=coalition of leaders] met, agreed. [They=coalition of leaders] left.",
        "If [he=Tom Vale] fails, [Tom Vale] must go.",
        // Who tells him is another.
        "[Tom Frey] left. [Jim Orr] told [him=Tom Frey] so.",
        // Either of two.
        "Near [Jane Poole] and near [Ann Lee] stood a tree. [She=?] left.",
        // Two together are no entity of their own.
        "[Karen Abbott] and [Luis Vega] spoke. [They=?] were proud.",
        // Nothing is meant.
        "[Kyiv] fell. [It=?] is likely that [they=?] left.",
    ]);
}

#[test]
fn entities_have_kind_and_role() {
    assert_eq!(
        who(
            "Kremlin spokesman Anton Belov and UK Prime Minister Sir Alan Reeve spoke to the BBC, officials and both sides. Russia’s defense ministry issued a report."
        ),
        [
            "Anton Belov | person | Kremlin spokesman",
            "Alan Reeve | person | UK Prime Minister",
            "BBC | organization",
            "officials | group",
            "both sides | group",
            "Russia | place",
            "Russia’s defense ministry | organization",
            "report | document",
        ]
    );
}
