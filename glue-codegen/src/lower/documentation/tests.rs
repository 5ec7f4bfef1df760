use super::to_markdown;

#[track_caller]
fn check(html: &str, markdown: &str) {
    assert_eq!(to_markdown(html), markdown, "of {html:?}");
}

#[test]
fn nothing_says_nothing() {
    for html in [
        "",
        " \n\t",
        "<p></p>",
        "<p> </p><ul><li></li></ul>",
        "<note></note>",
        "<!-- a -->",
        "<pre>\n</pre>",
        "\0",
    ] {
        check(html, "");
    }
}

#[test]
fn paragraphs() {
    check("<p>One\n   line.</p> <p>Another.</p>", "One line.\n\nAnother.");
    check("<p>Left <p>open", "Left\n\nopen");
    check("<fullname>A service</fullname><p>Serves.</p>", "A service\n\nServes.");
    check("<p>Above.<br>Below.<br/><br/></p>", "Above.\n\nBelow.");
    check("Text<div>around</div>blocks", "Text\n\naround\n\nblocks");
}

#[test]
fn inline_styles() {
    check(
        "<p>A <code>job</code>, <i>its</i> <b>run</b> and <em>a</em><strong>b</strong>.</p>",
        "A `job`, *its* **run** and *a*b.",
    );
    check("<p>Spaces<b> move </b>out</p>", "Spaces **move** out");
    check("<p><b>Never <i>nested</i></b> in each other</p>", "**Never nested** in each other");
    check("<p><b>Ends with its paragraph</p><p>Plain</p>", "**Ends with its paragraph**\n\nPlain");
    check("<p><code>a</code><code>b</code> <code>c</code></p>", "`ab` `c`");
    check("<p><code> <i>name</i>.example </code>.</p>", "`name.example`.");
    check("<p>x<sup>2</sup>, <span class=\"a\">y</span>, <filename>z</filename></p>", "x2, y, z");
}

#[test]
fn emphasis_that_markdown_cannot_write_is_dropped() {
    check("<p>un<i>believ</i>able</p>", "un*believ*able");
    check("<p>f<i>(x)</i>y</p>", "f(x)y");
    check("<p><b>Limit:</b>ten</p>", "**Limit:** ten");
    check("<p><b>a</b><i>b</i><b>c</b></p>", "**a**b**c**");
    check("<p><i></i><b> </b>a</p>", "a");
}

#[test]
fn code_keeps_everything() {
    check("<p><code>a * _b_ [c] &lt;d&gt; | \\ # </code></p>", "`a * _b_ [c] <d> | \\ #`");
    check("<p><code>a`b``c</code></p>", "```a`b``c```");
    check("<p><code>`a`</code></p>", "`` `a` ``");
    check(
        "<p><code><key>1</key></code> <code>s3:<region></code></p>",
        "`<key>1</key>` `s3:<region>`",
    );
    check("<p>Typed as `a_b` or ``c``</p>", "Typed as `a_b` or `c`");
    check("<p>A lone ` or ``` two</p>", "A lone \\` or \\`\\`\\` two");
    check("<p>`a`<code>b</code></p>", "`a` `b`");
}

#[test]
fn links() {
    check(
        "<p>See <a href=\"https://a.example/b?c=d#e\">the <i>guide</i></a>.</p>",
        "See [the guide](https://a.example/b?c=d#e).",
    );
    check("<p><code><a href='http://a.example'>Run</a></code></p>", "[`Run`](http://a.example)");
    check(
        "<p><b>All <a href=http://a.example>bold</a></b></p>",
        "**All [bold](http://a.example)**",
    );
    check("<p><a href=\"mailto:a@b.example\">Mail</a></p>", "[Mail](mailto:a@b.example)");
    check(
        "<p><a href=\"https://a.example/(b) c`é\">x]</a></p>",
        "[x\\]](https://a.example/%28b%29%20c%60%C3%A9)",
    );
    check("<p>Well!<a href=\"https://a.example\">x</a></p>", "Well\\![x](https://a.example)");
    for address in [
        "",
        "/b.html",
        "javascript:alert(1)",
        "ftp://a.example",
        "https://",
        "mailto:a@b",
        "https:a",
    ] {
        check(&format!("<p><a href=\"{address}\">text</a></p>"), "text");
    }
    check("<p><a href=\"https://a.example\"></a>x</p>", "x");
}

#[test]
fn links_to_the_model_are_code() {
    check("<p><a>GetJob</a> and <code> <a>Job$Name</a> </code>'s</p>", "`GetJob` and `Job.Name`'s");
    check(
        "<p><a>how-it-works</a>, <a>here</a>, <a>Two Words</a></p>",
        "how-it-works, here, Two Words",
    );
}

#[test]
fn addresses_in_text() {
    check("<p>(See https://a.example/b_c_(d).)</p>", "(See <https://a.example/b_c_(d)>.)");
    check("<p>https://a.example/b, then</p>", "<https://a.example/b>, then");
    check("<p>https://{id}.a.example/ or https://</p>", "`https://{id}.a.example/` or https://");
    check(
        "<p><a href=\"https://a.example\">https://a.example</a></p>",
        "[https://a.example](https://a.example)",
    );
    check("<p>s3://a, arn:b:c</p>", "s3://a, arn:b:c");
}

#[test]
fn lists() {
    check(
        "<p>Any of:</p><ul><li>a</li> <li><p>b</p></li></ul><p>End.</p>",
        "Any of:\n\n- a\n- b\n\nEnd.",
    );
    check("<ol><li>a<li>b</ol>", "1. a\n2. b");
    check("<ul><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ul>", "- a\n  - b\n    1. c\n- d");
    check("<ul><li>a<p>b</p></li><li>c</li><li>d</li></ul>", "- a\n\n  b\n\n- c\n- d");
    check("<ul><li><ul><li>a</li><li>b</li></ul></li><li>c</li></ul>", "- - a\n  - b\n- c");
    check("<ul><li>a</li></ul><ol><li>b</li></ol><ol><li>c</li></ol>", "- a\n\n1. b\n\n1) c");
    check("<ol><li></li><li>a</li></ol>", "1. a");
    check(
        &format!("<ol>{}</ol>", "<li>x<ul><li>y</ul>".repeat(10)),
        &(1..=10).fold(String::new(), |list, number| {
            let line = if number == 1 { "" } else { "\n" };
            let indent = if number == 10 { "    " } else { "   " };
            format!("{list}{line}{number}. x\n{indent}- y")
        }),
    );
}

#[test]
fn badly_nested_lists() {
    check("<li>a<li>b", "- a\n- b");
    check("</ul></li><p>a</ul>b", "ab");
    check("<ul><li>a</li>and more<li>b</li></ul>", "- a\n\n  and more\n\n- b");
    check("<ul><p>a</p><li>b</li></ul>", "a\n\n- b");
    check("<ul><li><note>a<li>b</ul><p>c</p>", "- > **Note:** a\n- b\n\nc");
}

#[test]
fn definitions() {
    check(
        "<dl><dt>Name</dt><dd><p>A name.</p></dd><dt><code>id</code>:</dt><dd>Its id.</dl>",
        "- **Name:** A name.\n- **`id`:** Its id.",
    );
    check("<dl><dt>Kinds<dd><ul><li>a</ul></dl>", "- **Kinds:**\n  - a");
    check("<dl><dt>Use</dt><dd><b>Both</b> of them</dd></dl>", "- **Use:** **Both** of them");
    check("<dd>a", "- a");
}

#[test]
fn asides() {
    check("<p>a</p><note><p>b</p><p>c</p></note>d", "a\n\n> **Note:** b\n>\n> c\n\nd");
    check("<important>a</important><caution>b</caution>", "> **Important:** a\n\n> **Caution:** b");
    check("<note><ul><li>a</li></ul></note>", "> **Note:**\n>\n> - a");
    check("<ul><li>a<note>b</note></li><li>c</li></ul>", "- a\n\n  > **Note:** b\n\n- c");
    check("<blockquote>a</blockquote>", "> a");
}

#[test]
fn headings() {
    check(
        "<h2>Title</h2><p>a</p><h2>Use &amp; <b>C #</b></h2>b<h4>Deep",
        "Title\n\na\n\n# Use & **C #**\n\nb\n\n### Deep",
    );
    check("<p>a</p><h2>C #</h2>", "a\n\n# C \\#");
    check("<p>a</p><ul><li><h2>b</h2>c</li></ul>", "a\n\n- b\n\n  c");
}

#[test]
fn preformatted_text_is_marked_as_text() {
    check("<pre>\n  let a = 1;\n\n\tlet b;\r\n</pre>", "```text\nlet a = 1;\n\n  let b;\n```");
    check("<pre>```\n<b>x</b> <y></pre>", "````text\n```\nx <y>\n````");
    check("<ul><li>a<pre>b\n\nc</pre></li></ul>", "- a\n\n  ```text\n  b\n\n  c\n  ```");
    check("<note><pre>a\n\nb</pre></note>", "> **Note:**\n>\n> ```text\n> a\n>\n> b\n> ```");
    check("<p>a</p><pre>never closed", "a\n\n\\<pre>never closed");
}

#[test]
fn html_that_was_escaped_once_too_often_is_read() {
    check(
        "<p>a</p><pre><code> &lt;p&gt;b &lt;code&gt;c&lt;/code&gt;&lt;/p&gt; </code></pre>",
        "a\n\nb `c`",
    );
    check("<p>&lt;p&gt;a&lt;/p&gt; &lt;ul&gt; &lt;li&gt;b&lt;/li&gt; &lt;/ul&gt;</p>", "a\n\n- b");
    // It is unescaped once, not repeatedly.
    check("&lt;p&gt;&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;&lt;/p&gt;", "\\<p>a\\</p>");
}

#[test]
fn tables() {
    let table = "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td><p>a|b</p><td><code>c|d</code></tr></table>";
    check(table, "| A | B |\n| --- | --- |\n| a\\|b | `c\\|d` |");
    check("<table><tr><td>a<tr><td>b<td>c</table>d", "| a |  |\n| --- | --- |\n| b | c |\n\nd");
    check("<table><tr><td></td></tr></table>a", "a");
    check("<p>arn:table/<table></p><p>a</p>", "arn:table/\\<table>\n\na");
}

#[test]
fn character_references() {
    check(
        "<p>&lt;a&gt; &quot;&#39;&#x27;&amp; &#150; &#x2028;b &nbsp;c &copy;</p>",
        "\\<a> \"''& – b c ©",
    );
    check(
        "<p>&amp;lt; &amp;#42; &unknown; &; AT&T & x&amp</p>",
        "\\&lt; \\&#42; \\&unknown; &; AT&T & x&amp",
    );
    check("<p>&#0;&#xD800;&#x110000;&#99999999999;</p>", "\\&#xD800;\\&#x110000;\\&#99999999999;");
}

#[test]
fn tags_that_are_none() {
    check(
        "<p>arn:<region>:<account-id> and <tag name></p>",
        "arn:\\<region>:\\<account-id> and \\<tag name>",
    );
    check("<p>Add <Role value=\"a\"/> there</p>", "Add `<Role value=\"a\"/>` there");
    check("<p>a < b <= c <> d <5 <b && c></p>", "a < b <= c \\<> d \\<5 \\<b && c>");
    check("<p>a <unfinished", "a \\<unfinished");
    check("a<script>b</p>c</script>d<style>e</STYLE >f", "adf");
    check("a<!-- <p>b --><!DOCTYPE html><?xml?><![CDATA[&amp;]]>b", "a&b");
    check("a<!-- b", "a");
    check("<P>a<CODE>b</Code></P>", "a`b`");
    check(
        "<a title='>' href='https://a.example'>b</a> <a href=\"https://c.example>d</a>",
        "[b](https://a.example) [d](https://c.example)",
    );
}

#[test]
fn what_markdown_reads_as_syntax_is_escaped() {
    check("<p>[a](b) [c]: [^1] [ ]</p>", "\\[a](b) \\[c]: \\[^1] \\[ ]");
    check("<p>*a* **b** 2 * 3 c*</p>", "\\*a\\* \\*\\*b\\*\\* 2 * 3 c\\*");
    check("<p>_a_ b_c __d e__f _</p>", "\\_a\\_ b_c \\_\\_d e__f \\_");
    check("<p>~~a~~ ~5 ~ 6</p>", "\\~\\~a\\~~ \\~5 ~ 6");
    check("<p>--a b -- c d--e ---</p>", "\\--a b -- c d\\--e \\-\\--");
    check("<p>C:\\a\\</p>", "C:\\\\a\\\\");
}

#[test]
fn what_markdown_reads_as_a_block_is_escaped() {
    let paragraphs = "<p># a</p><p>#a</p><p>> b</p><p>- c</p><p>-c</p><p>+ d</p><p>* e</p><p>1. f</p><p>2) g</p><p>1.5 h</p>\
        <p>===</p><p>---</p><p>***</p><p>| i |</p><p>:-- j</p><p>```k</p><p>~~~ l</p><p>[m]: n</p><p>    o</p>";
    let escaped = "\\# a\n\n#a\n\n\\> b\n\n\\- c\n\n-c\n\n\\+ d\n\n\\* e\n\n1\\. f\n\n2\\) g\n\n1.5 h\n\n\
        \\===\n\n\\-\\--\n\n\\*\\*\\*\n\n\\| i |\n\n:\\-- j\n\n\\`\\`\\`k\n\n\\~\\~~ l\n\n\\[m]: n\n\no";
    check(paragraphs, escaped);
}

#[test]
fn nothing_leaves_the_comment() {
    check("<p>a\r\nb\rc\u{2028}d\u{2029}e\u{85}f\u{b}g</p>", "a b c d e f g");
    check("<p>\u{202e}a\u{200b}b\0c\u{1b}[d\u{feff}</p>", "abc\\[d");
    check("<p><code>a\n*/ \"\u{202d}b</code></p>", "`a */ \"b`");
    check("<pre>a\u{2028}b\0\u{202e}c\rd</pre>", "```text\na\nbc\nd\n```");
}

#[test]
fn lines_are_wrapped_between_words() {
    let word = "word ".repeat(40);
    let html = format!("<p>{word}</p><ul><li>{word}<ol><li>{word}");
    for line in to_markdown(&html).lines() {
        assert!(line.len() <= 96 && line.trim_end() == line, "{line:?}");
    }
    let filler = "x".repeat(90);
    check(
        &format!("<p>{filler} <code>some code</code> a</p>"),
        &format!("{filler}\n`some code` a"),
    );
    check(
        &format!("<p>{filler} <a href=\"https://a.example\">some words</a></p>"),
        &format!("{filler}\n[some words](https://a.example)"),
    );
    // A word that would start a list or another block does not start a line.
    check(&format!("<p>{filler} up to 100. More</p>"), &format!("{filler} up\nto 100. More"));
    check(&format!("<p>a {} - b</p>", "y".repeat(94)), &format!("a\n{} -\nb", "y".repeat(94)));
    check(&format!("<p>{} + b</p>", "z".repeat(96)), &format!("{}\n\\+ b", "z".repeat(96)));
    // Columns are characters, not bytes.
    check(&format!("<p>{} b</p>", "é".repeat(94)), &format!("{} b", "é".repeat(94)));
}

#[test]
fn plain_text_keeps_its_structure() {
    check(
        "One line,\nand on.\nNext sentence.\n\nParagraph.",
        "One line, and on.\n\nNext sentence.\n\nParagraph.",
    );
    check(
        "Modes:\n - A: a,\n   more\n - B: b\n   * c\n - D\nEnds.",
        "Modes:\n\n- A: a, more\n- B: b\n  - c\n- D Ends.",
    );
    check(
        "Steps:\n1. a\n2. b\n\nDone, all\n100. Yes.",
        "Steps:\n\n1. a\n2. b\n\nDone, all 100. Yes.",
    );
    check("a\n\n- b\n\n  c\n\nd", "a\n\n- b\n\n  c\n\nd");
    check("a\n\n## Title\nb", "a\n\n# Title\n\nb");
    check("a\n```json\n- *b*\n\n```\nc", "a\n\n```text\n- *b*\n```\n\nc");
    check("a <code>b\n- c</code>\n<i>d</i>", "a `b - c` *d*");
    check(
        &format!("{}\nB", "a ".repeat(100)),
        &format!("{}\n{}\n{}\n\nB", ["a"; 48].join(" "), ["a"; 48].join(" "), ["a"; 4].join(" ")),
    );
}

#[test]
fn plain_text_has_marks() {
    check(
        "**Bold** and [a](https://a.example/b), `**c**`",
        "**Bold** and [a](https://a.example/b), `**c**`",
    );
    check("**a [b](/c) d** ** e** [f]", "**a \\[b](/c) d** \\*\\* e\\*\\* \\[f]");
    // In HTML these are text.
    check("<p>**a** [b](https://c.example)</p>", "\\*\\*a\\*\\* \\[b](<https://c.example>)");
}

/// Deep nesting neither overflows the stack nor makes the output large with indentation.
#[test]
fn hostile_input_is_only_large() {
    let nested = ["<ul>", "<ul><li>x", "<note>x", "<dl><dt>x<dd>", "<b>", "<table>", "<p><code>"];
    let unmatched = [
        "</ul>",
        "<a href='https://a.example'>",
        "<",
        "<a =\"",
        "</",
        "<!--",
        "<![CDATA[",
        "<script>",
        "<x>",
        "&",
        "`",
        "`x``",
        "*",
        "_",
        "[",
        "[x](",
        "http://)",
        "\\",
        "<tr><td>x",
        "<pre>",
        "- x\n",
        "**x",
        "\n\n",
    ];
    let inputs = nested
        .map(|piece| piece.repeat(20_000))
        .into_iter()
        .chain(unmatched.map(|piece| piece.repeat(2_000)));
    for input in inputs {
        for input in [format!("{input}</pre></x></table></script>"), input] {
            let markdown = to_markdown(&input);
            assert!(markdown.len() < 20 * input.len(), "{:?}", &input[..20]);
            assert_eq!(markdown.trim(), markdown);
        }
    }
}
