//! Nouns by their endings: plurals, and the singular that names a unit.

use super::run::Run;
use crate::lexicon::{self, Classes, Plural, Table, tables};
use crate::scan::Shape;
use std::borrow::Cow;

/// What the table of plurals says of a word.
fn listed(word: &str) -> Option<&'static Plural> {
    let row = lexicon::row(lexicon::lookup(word).0, Table::Plural, word)?;
    tables::PLURAL.get(row as usize)
}

/// Whether the word at an index is a noun in the plural, as far as its form tells.
pub(crate) fn is_plural(run: Run<'_>, index: usize) -> bool {
    let Some(token) = run.token(index).filter(|token| token.is_word()) else { return false };
    let word = run.surface(index);
    let listed =
        lexicon::row(token.word, Table::Plural, word).and_then(|row| tables::PLURAL.get(row as usize));
    if let Some(listed) = listed {
        return listed.singular.is_some();
    }
    let name = token.is_capital() && token.any(Classes::GIVEN_NAME.or(Classes::PLACE));
    if name || token.any(Classes::FUNCTION) || token.shape.has(Shape::DIGIT) || token.shape.has(Shape::DOTTED)
    {
        return false;
    }
    plural_by_ending(word)
}

fn plural_by_ending(word: &str) -> bool {
    let lower = |ending: &str| ends_with(word, ending);
    if word.len() < 3 {
        return false;
    }
    lower("s") && !lower("ss") && !lower("us") && !lower("is") && !lower("'s") && !lower("’s")
        || lower("women")
        || lower("people")
        || lower("children")
}

fn ends_with(word: &str, ending: &str) -> bool {
    word.len()
        .checked_sub(ending.len())
        .and_then(|at| word.get(at..))
        .is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
}

/// The singular of a noun.
pub(crate) fn singular(word: &str) -> Cow<'_, str> {
    if let Some(listed) = listed(word) {
        return Cow::Borrowed(listed.singular.unwrap_or(word));
    }
    if !word.is_ascii() || !plural_by_ending(word) {
        return Cow::Borrowed(word);
    }
    let cut = |count: usize| &word[..word.len() - count];
    let ends = |ending: &str| ends_with(word, ending);
    if ends("women") {
        return Cow::Owned(format!("{}an", cut(2)));
    }
    if ends("people") {
        return Cow::Owned(format!("{}person", cut(6)));
    }
    if ends("children") {
        return Cow::Borrowed(cut(3));
    }
    if ends("ies") && word.len() > 4 {
        return Cow::Owned(format!("{}y", cut(3)));
    }
    let sibilant = ["sses", "shes", "ches", "xes", "oes", "zzes"].iter().any(|ending| ends(ending));
    let latin = ends("uses") && !ends("ouses") && !ends("auses") && word.len() > 6;
    Cow::Borrowed(cut(if sibilant || latin { 2 } else { 1 }))
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn nouns_in_the_singular() {
        let pairs = [
            ("violations", "violation"),
            ("cities", "city"),
            ("movies", "movie"),
            ("ties", "tie"),
            ("classes", "class"),
            ("boxes", "box"),
            ("churches", "church"),
            ("houses", "house"),
            ("causes", "cause"),
            ("viruses", "virus"),
            ("horses", "horse"),
            ("prizes", "prize"),
            ("women", "woman"),
            ("policewomen", "policewoman"),
            ("people", "person"),
            ("grandchildren", "grandchild"),
            ("knives", "knife"),
            ("drives", "drive"),
            ("aircraft", "aircraft"),
            ("gas", "gas"),
            ("bus", "bus"),
            ("potatoes", "potato"),
            ("shoes", "shoe"),
        ];
        for (plural, wanted) in pairs {
            assert_eq!(singular(plural), wanted);
        }
    }
}
