//! Texts that a sampler draws, with exact values.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

use glue_pattern::{Anchoring, CharacterRanges, Limits, Reason, Sampler, parse};

type Lengths = (u64, Option<u64>);

const ANY: Lengths = (0, None);

const BASE64: &str = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";

fn sampler(pattern: &str, lengths: Lengths) -> Result<Option<Sampler>, Reason> {
    let syntax = parse(pattern).unwrap();
    Sampler::new(Some((&syntax, Anchoring::Whole)), lengths, &Limits::default())
}

/// The shortest text, and three others.
fn texts(pattern: &str, lengths: Lengths) -> Vec<String> {
    let sampler = sampler(pattern, lengths).unwrap().unwrap();
    let mut state = 1_u32;
    let mut choose = |bound| {
        state = state.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
        (state >> 16) % bound
    };
    let mut texts = vec![sampler.sample(&mut |_| 0)];
    texts.extend((0..3).map(|_| sampler.sample(&mut choose)));
    texts
}

#[test]
fn texts_match() {
    let expected: Vec<(&str, Lengths, [&str; 4])> = vec![
        ("a|b", ANY, ["a", "a", "b", "a"]),
        (
            "[\\w.-]{3,}",
            ANY,
            [
                "aaa",
                "ar-ECrb_Ga9.e_5sBp9uZrE-N",
                "Z_B_Z0.2p_-N.9d9-Z_YA__-_a.b1._1",
                "hXuUrSr_FAEkZmsKQEm2t",
            ],
        ),
        ("[\\w.-]{3,}", (5, Some(6)), ["aaaaa", "ZrE-N", "_5sBp9", "_Ga9."]),
        ("(?!aws:).*", (1, None), ["b", "aTE9b>Ga9@e!5sBp9uZrE^N", "awsn-B", "awsqv{kEjpx"]),
        (
            "arn:aws:iam::\\d{12}:role/.+",
            (0, Some(40)),
            [
                "arn:aws:iam::000000000000:role/a",
                "arn:aws:iam::390823772510:role/p9uZrE^N",
                "arn:aws:iam::819796796290:role/^ECrb>Ga",
                "arn:aws:iam::188894904907:role/Adbv{kEjp",
            ],
        ),
        ("(?:ab|cde)*", (4, Some(9)), ["abab", "abcdecde", "cdeababab", "cdecdecde"]),
        (BASE64, (5, Some(20)), ["aaaaaaaa", "9uZrE+==", "/n/YN+Al/A/9", "YzR+qVEb1n=="]),
        ("\\p{L}\\p{N}*", ANY, ["a", "F7725103351255176081537", "Y0714390", "한8𞋹᥆🯶𐅵𝍸𐦽4𐧿𐌠꣒𐩾𖄱"]),
        ("[^\\x00-\\x7f]{2}", ANY, ["éé", "яé", "\u{80}あ", "яя"]),
        ("\\bx(?<=x)y?(?=z).", ANY, ["xz", "xz", "xyz", "xyz"]),
        ("[A-Z]{1,2048}", (0, Some(3)), ["A", "BT", "YEM", "UJX"]),
        (
            "[ -~]{20}",
            ANY,
            [
                "aaaaaaaaaaaaaaaaaaaa",
                "+plevcvMR3H/=DJbUa]9",
                ">Adbv{kEjpxCn1Nar^EC",
                "u p~ :+D~;X~3 *]~}7)",
            ],
        ),
    ];
    for (pattern, lengths, expected) in expected {
        assert_eq!(texts(pattern, lengths), expected, "{pattern}");
    }
}

#[test]
fn lengths_are_exact() {
    let ends = |pattern, lengths| {
        sampler(pattern, lengths).unwrap().map(|found| (found.shortest(), found.longest()))
    };
    for (pattern, lengths, expected) in [
        (".*", ANY, Some((0, None))),
        (".*", (3, Some(1_000_000)), Some((3, Some(1_000_000)))),
        ("a{2,5}", ANY, Some((2, Some(5)))),
        ("a{2,5}", (3, Some(4)), Some((3, Some(4)))),
        ("a{2,5}", (6, None), None),
        ("[a&&b]", ANY, None),
        ("", ANY, Some((0, Some(0)))),
        ("", (1, None), None),
        (BASE64, (1, Some(1_000_001)), Some((4, Some(1_000_000)))),
        (BASE64, (1, Some(3)), None),
        ("(?:a{3}|b{5})*", (4, Some(4)), None),
        ("(?:a{3}|b{5})*", (7, Some(7)), None),
        ("(?:a{3}|b{5})*", (7, None), Some((8, None))),
        ("(?:a{4})*|b{7}", (5, Some(7)), Some((7, Some(7)))),
        ("a{1,9}", (5, Some(4)), None),
        ("[a-z]{4096}", ANY, Some((4096, Some(4096)))),
    ] {
        assert_eq!(ends(pattern, lengths), expected, "{pattern} {lengths:?}");
    }
}

#[test]
fn a_length_can_be_asked_for() {
    let sampler = sampler(BASE64, (4, Some(400_000))).unwrap().unwrap();
    let mut of_length = |length| sampler.of_length(length, &mut |_| 0);
    assert_eq!(of_length(8).as_deref(), Some("aaaaaaaa"));
    assert_eq!([0, 7, 400_004].map(&mut of_length), [None, None, None]);
    assert_eq!(of_length(400_000), Some("a".repeat(400_000)));
}

#[test]
fn any_text_without_a_pattern() {
    let sampler = Sampler::new(None, (2, None), &Limits::default()).unwrap().unwrap();
    assert_eq!(sampler.sample(&mut |_| 0), "aa");
    // The last one of all choices is the longest text, with the oddest characters.
    let odd = sampler.sample(&mut |bound| bound - 1);
    assert_eq!(odd.chars().count(), 34);
    assert!(Sampler::new(None, (2, Some(1)), &Limits::default()).unwrap().is_none());
}

#[test]
fn patterns_without_an_automaton_are_narrowed() {
    for (pattern, lengths, shortest) in [
        (".{1,65535}", ANY, 1),
        (".{1,65535}", (900, Some(1000)), 900),
        ("(?=.{20,2048}$)arn:(?!x)[a-z-]+:\\d{12}:[\\w+]{1,64}(?:/[\\w-]+){0,99}", ANY, 20),
    ] {
        let sampler = sampler(pattern, lengths).unwrap().unwrap();
        assert_eq!((sampler.shortest(), sampler.longest()), (shortest, None), "{pattern}");
    }
    assert_eq!(sampler("([a-z]+)\\1", ANY).unwrap_err(), Reason::BackReference);
    // That no text matches is not proven.
    let too_long = "(?:.{1,9}x){1,65535}";
    assert_eq!(sampler(too_long, (60_000, None)).unwrap_err(), Reason::States);
}

#[test]
fn too_much_work_is_refused() {
    let limits = Limits { work: 2_000, ..Limits::default() };
    let syntax = parse("(?:a{7})*|(?:a{11})*|(?:a{13})*b").unwrap();
    let pattern = Some((&syntax, Anchoring::Whole));
    let found = Sampler::new(pattern, (800_000_002, Some(800_000_003)), &limits);
    assert_eq!(found.unwrap_err(), Reason::Work);
    let any = Sampler::new(None, (u64::MAX, None), &Limits::default());
    assert_eq!(any.unwrap_err(), Reason::Work);
}

#[test]
fn a_table_has_what_is_near_the_shortest_text() {
    let table = |pattern, lengths| sampler(pattern, lengths).unwrap().unwrap().table().unwrap();
    let small = table("a(?:b|c[0-9])*d", ANY);
    assert_eq!(small.states, [(0, 2), (1, 1), (4, 2), (5, 0)]);
    assert_eq!(small.moves, [(1, 0), (1, 1), (2, 2), (3, 3), (1, 4)]);
    let digits = CharacterRanges { words: vec![('0', '9')], marks: vec![], others: vec![] };
    assert_eq!(small.characters[4], digits);
    let any = table("(?s).", ANY);
    let others = vec![('\0', '\u{1f}'), ('\u{7f}', '\u{d7ff}'), ('\u{e000}', char::MAX)];
    assert_eq!(any.characters[0].others, others);
    // From 1 to 17 characters, from 900 to 916, and from 900 to 905.
    assert_eq!(table("[a-z]{1,2048}", ANY).states.len(), 18);
    assert_eq!(table("[a-z]{1,2048}", (900, None)).states.len(), 917);
    assert_eq!(table("[a-z]{1,2048}", (900, Some(905))).states.len(), 906);
    assert_eq!(table("\\p{L}", ANY).characters[0].others.len(), 24);
    assert_eq!(sampler("[a-z]{4096}", ANY).unwrap().unwrap().table(), None);
}

fn all(pattern: &str, lengths: Lengths) -> impl Iterator<Item = String> {
    sampler(pattern, lengths).unwrap().unwrap().into_texts()
}

#[test]
fn all_texts_are_counted_through() {
    let texts = |pattern, lengths| all(pattern, lengths).collect::<Vec<String>>();
    assert_eq!(texts("a?b?", ANY), ["", "a", "b", "ab"]);
    assert_eq!(texts("(?!b)[a-c]{1,2}", (2, Some(9))), ["aa", "ca", "ab", "cb", "ac", "cc"]);
    assert_eq!(texts("x{3}|x{70}", (0, Some(69))), ["xxx"]);
    assert_eq!(all("[0-9]{4}", ANY).count(), 10_000);
    // Every character that is none of a few, and no surrogate.
    assert_eq!(all("[^ab]", ANY).count(), 0x0010_FFFF + 1 - 0x800 - 2);
    let syntax = parse("(?<![.-])[a-z.-]{2,4}(?!x)").unwrap();
    let program = glue_pattern::compile(&syntax, Anchoring::Whole, &Limits::default());
    let mut seen = std::collections::HashSet::new();
    for text in all("(?<![.-])[a-z.-]{2,4}(?!x)", ANY).take(50_000) {
        assert!(program.is_match(&text), "{text}");
        assert!(seen.insert(text.clone()), "{text} twice");
    }
    assert_eq!(seen.len(), 50_000);
}
