use std::hint::black_box;
fn main() {
    let path = std::env::var("NUTGRAF_CORPUS").unwrap();
    let parser = nutgraf::Parser::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let v: serde_json::Value = serde_json::from_str(line).unwrap();
        let t = v["text"].as_str().unwrap();
        drop(black_box(parser.parse(t)));
    }
}
