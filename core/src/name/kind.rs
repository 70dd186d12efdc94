//! What a name names, as far as its words tell.

use super::part::is_double;
use crate::lexicon::{self, Classes, Gender, Table, tables};
use crate::scan::{Kind, Scan, Shape, Tokens};
use std::ops::Range;

/// Behind how many words of a name a connector is looked for, as in `Bank of England`.
const CONNECTORS: usize = 12;

/// What a name names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NameKind {
    Person,
    Organization,
    /// A country, a city, a seat of government.
    Place,
    /// Several people by one word: `Russians`, `Democrats`.
    People,
    Unknown,
}

/// What the words of a name say about what they name.
pub(super) fn kind_of(scan: &Scan<'_>, name: Range<usize>) -> NameKind {
    let tokens = &scan.tokens[name.clone()];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return NameKind::Unknown };
    let whole = |table| {
        first.any(Classes::PHRASE.or(Classes::PLACE).or(Classes::AGENCY))
            && scan.entry_at(table, name.start, name.end).is_some_and(|phrase| phrase.end == name.end)
    };
    // `the Supreme Court` sits in a seat and is a body all the same.
    let court = last.any(Classes::ORGANIZATION_NOUN) && tokens.len() > 1;
    if whole(Table::Place) && !court {
        return NameKind::Place;
    }
    if whole(Table::SpeakerNoun) && tokens.len() > 1 || whole(Table::OrganizationSuffix) && tokens.len() > 1 {
        return NameKind::Organization;
    }
    if whole(Table::Agency) || is_organization(scan, name.clone()) {
        return NameKind::Organization;
    }
    let words = tokens.iter().filter(|token| token.is_word()).count();
    if words > 1 && is_person(scan, name.clone()) {
        return NameKind::Person;
    }
    if last.any(Classes::DEMONYM.or(Classes::GROUP_NOUN)) {
        let plural = lexicon::row(last.word, Table::SpeakerNoun, "")
            .is_some_and(|row| tables::SPEAKER_NOUN[row as usize].plural);
        let people = plural || last.any(Classes::DEMONYM) && scan.word(name.end - 1).ends_with('s');
        return if people { NameKind::People } else { NameKind::Unknown };
    }
    if words == 1 {
        if first.any(Classes::GIVEN_NAME) && !first.any(Classes::ALSO_WORD.or(Classes::PLACE)) {
            return NameKind::Person;
        }
        if first.shape.has(Shape::ALL_CAPS) && (2..=6).contains(&first.span().len()) {
            return NameKind::Organization;
        }
    }
    NameKind::Unknown
}

fn is_organization(scan: &Scan<'_>, name: Range<usize>) -> bool {
    let tokens = &scan.tokens[name.clone()];
    // `Acme Holdings`, `Johnson & Co`: the word for a body closes the name, or stands before `of`.
    let body = Classes::ORGANIZATION_SUFFIX.or(Classes::ORGANIZATION_NOUN);
    let given = tokens[0].any(Classes::GIVEN_NAME) && !tokens[0].any(Classes::ALSO_WORD);
    let words = tokens.iter().filter(|token| token.is_word()).count();
    let last = tokens.iter().rev().find(|token| token.is_word());
    if last.is_some_and(|token| {
        // `Austin Council`, but `Tony Banks`
        let one = token.any(Classes::ORGANIZATION_NOUN) && !token.any(Classes::PLURAL);
        token.any(body) && (words > 2 || words == 2 && (!given || one))
    }) {
        return true;
    }
    if words == 1 && tokens[0].any(Classes::ORGANIZATION_NOUN) {
        return true;
    }
    let joined = tokens.iter().enumerate().skip(1).take(CONNECTORS).any(|(at, token)| {
        let connector = token.is_word() && !token.is_capital() && token.any(Classes::PREPOSITION);
        connector && tokens[at - 1].any(body.or(Classes::GROUP_NOUN).or(Classes::DOCUMENT_NOUN))
    });
    joined || tokens.iter().any(|token| token.is(Kind::Symbol))
}

/// A given name first or of two halves, or initials, or a suffix such as `Jr.`
fn is_person(scan: &Scan<'_>, name: Range<usize>) -> bool {
    let tokens = &scan.tokens[name.clone()];
    let letter = |at: usize| {
        let token = &tokens[at];
        token.is_capital()
            && (token.is_letter() || token.shape.has(Shape::DOTTED) && !token.any(Classes::PLACE))
    };
    tokens[0].any(Classes::GIVEN_NAME)
        || letter(0)
        || tokens.len() > 2 && letter(1)
        || tokens.iter().skip(1).any(|token| token.any(Classes::NAME_SUFFIX) && token.is_capital())
        || tokens.iter().skip(1).any(|token| token.any(Classes::NAME_PARTICLE) && !token.is_capital())
        || name.clone().any(|at| is_double(Tokens::new(scan, at, name.end)))
}

/// What the given name at the front of a name of two words or more tells.
pub(super) fn gender_of(scan: &Scan<'_>, name: Range<usize>) -> Gender {
    let words =
        scan.tokens[name.clone()].iter().filter(|token| token.is_word() && token.span().len() > 1).count();
    let row = if words > 1 { scan.row(Table::GivenName, name.start) } else { None };
    row.map_or(Gender::Unknown, |row| tables::GIVEN_NAME[row as usize].gender)
}
