//! Nouns by their endings: plurals, and the singular that names a unit.

use super::run::Run;
use crate::lexicon::{self, Classes, Plural, Table, WordId, tables};
use crate::scan::Shape;
use std::borrow::Cow;

/// What the table of plurals says of a word with a surface.
fn listed(word: WordId, surface: &str) -> Option<&'static Plural> {
    tables::PLURAL.get(lexicon::row(word, Table::Plural, surface)? as usize)
}

/// Whether the word at an index is a noun in the plural, as far as its form tells.
pub(crate) fn is_plural(run: Run<'_>, index: usize) -> bool {
    let Some(token) = run.token(index).filter(|token| token.is_word()) else { return false };
    let word = run.surface(index);
    if let Some(listed) = listed(token.word, word) {
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

/// The singular of the noun at an index.
pub(super) fn singular(run: Run<'_>, index: usize) -> Cow<'_, str> {
    let surface = run.surface(index);
    match run.token(index).and_then(|token| listed(token.word, surface)) {
        Some(listed) => Cow::Borrowed(listed.singular.unwrap_or(surface)),
        None => singular_by_ending(surface),
    }
}

fn singular_by_ending(word: &str) -> Cow<'_, str> {
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
    use crate::number::Run;
    use crate::scan::Scan;

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
            let scan = Scan::new(plural);
            assert_eq!(singular(Run::new(&scan, 0..1), 0), wanted);
        }
    }
}
