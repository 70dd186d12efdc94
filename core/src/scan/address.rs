//! Addresses: of pages, of people, and host names without a scheme.

use super::Kind;
use super::lexer::Lexer;

/// How many tokens before an `@` or a domain's dot may be taken back into an address.
const ADDRESS_TOKENS: usize = 16;

/// The last parts of host names that are read as an address without `www.` or a scheme before them.
const DOMAINS: [&str; 14] =
    ["com", "org", "net", "gov", "edu", "info", "biz", "tv", "co", "uk", "eu", "io", "de", "fr"];

impl Lexer<'_> {
    /// Whether the word `start..end` opens an address: a scheme, or `www.`
    pub(super) fn starts_address(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        // An address ends before the first letter beyond ASCII, and would be empty with that in front.
        if !word.is_ascii() {
            return false;
        }
        self.bytes[end..].starts_with(b"://") || word.eq_ignore_ascii_case(b"www") && self.byte(end) == b'.'
    }

    /// Whether the full stop at the cursor stands in a host name: glued, and a known domain behind.
    pub(super) fn is_domain(&self) -> bool {
        let glued = self.is_glued()
            && self.tokens.last().is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number));
        let letters =
            self.bytes[self.at + 1..].iter().take(5).take_while(|byte| byte.is_ascii_lowercase()).count();
        let domain = &self.text[self.at + 1..self.at + 1 + letters];
        glued && DOMAINS.contains(&domain) && !self.byte(self.at + 1 + letters).is_ascii_alphanumeric()
    }

    /// Takes the glued words before the cursor back and reads an address from there.
    pub(super) fn address(&mut self, kind: Kind) {
        let mut first = self.tokens.len();
        for index in (self.line_start..self.tokens.len()).rev().take(ADDRESS_TOKENS) {
            let token = &self.tokens[index];
            let part = match token.kind {
                Kind::Word | Kind::Number => true,
                Kind::Period | Kind::Hyphen => index > self.line_start && index + 1 < self.tokens.len(),
                _ => false,
            };
            if !part {
                break;
            }
            first = index;
            if !token.is_glued() {
                break;
            }
        }
        if first == self.tokens.len() {
            return self.push(Kind::Symbol, self.at + 1);
        }
        let start = self.tokens[first].start as usize;
        self.tokens.truncate(first);
        self.last_end = self.tokens.last().map_or(usize::MAX, |token| token.end as usize);
        let end = self.address_end();
        self.at = start;
        self.push(kind, end);
    }

    pub(super) fn url(&mut self) {
        let end = self.address_end();
        self.push(Kind::Url, end);
    }

    /// Where the address ends that goes through the cursor: before white space, quotation marks and brackets, and
    /// without the punctuation at its end.
    fn address_end(&self) -> usize {
        let rest = &self.bytes[self.at..];
        let length = rest
            .iter()
            .position(|byte| {
                byte.is_ascii_whitespace()
                    || byte.is_ascii_control()
                    || *byte >= 0x80
                    || b"\"'<>()[]{}|\\^`,".contains(byte)
            })
            .unwrap_or(rest.len());
        let tail = rest[..length].iter().rev().take_while(|byte| b".:;!?".contains(byte)).count();
        self.at + (length - tail).max(1)
    }
}
