//! Markdown as a reader sees it: blocks, spans, comments, slots.

use super::*;

fn texts(text: &str) -> Vec<(BlockKind, String)> {
    read(text)
        .blocks
        .iter()
        .map(|block| (block.kind, block.flow.text().to_owned()))
        .collect()
}

#[test]
fn blocks_are_what_a_reader_sees() {
    let text = "# Title\n\nI *failed*\nStep&nbsp;1.\n\n> he said\n\n- one\n- two\n\n```\nI failed\n```\n";
    assert_eq!(
        texts(text),
        [
            (BlockKind::Heading, "Title".to_owned()),
            (BlockKind::Paragraph, "I failed Step\u{a0}1.".to_owned()),
            (BlockKind::Quote, "he said".to_owned()),
            (BlockKind::ListItem, "one".to_owned()),
            (BlockKind::ListItem, "two".to_owned()),
        ]
    );
}

#[test]
fn spans_are_the_words_of_the_file() {
    let text = "\u{feff}---\nkind: experience\n---\n\r\nI **did** [fail](http://x.y/failed) it.\r\n";
    let layout = read(text);
    let flow = &layout.blocks[0].flow;
    assert_eq!(flow.text(), "I did fail it.");
    assert_eq!(flow.span(2, 5).of(text), "did");
    assert_eq!(flow.span(6, 10).of(text), "fail");
    assert_eq!(
        layout.front_matter.map(|span| span.of(text).contains("kind")),
        Some(true)
    );
    assert_eq!(layout.markup.len(), 2);
}

#[test]
fn slots_in_angle_brackets_are_text_and_tags_are_not() {
    assert_eq!(
        texts("at <program name> or <b>here</b>")[0].1,
        "at <program name> or here"
    );
    assert_eq!(texts("<program>\n")[0].1, "<program>");
}

#[test]
fn comments_are_found_inside_and_between_blocks() {
    let layout = read("<!-- a -->\ntext <!-- b --> more\n");
    assert_eq!(
        layout.comments.iter().map(|c| c.inside_block).collect::<Vec<_>>(),
        [false, true]
    );
    assert_eq!(layout.blocks.len(), 1);
}

#[test]
fn the_block_of_an_item_ends_where_the_list_in_it_begins() {
    let text = "- one\n  - two\n  - three\n- four\n";
    let spans: Vec<&str> = read(text).blocks.iter().map(|block| block.span.of(text)).collect();
    assert_eq!(spans, ["- one", "- two", "- three", "- four"]);
}

#[test]
fn the_blocks_of_an_item_do_not_overlap() {
    for between in ["<!-- a -->", "```\n  x\n  ```", "***"] {
        let text = format!("- one\n  {between}\n  more\n- two\n");
        let layout = read(&text);
        let spans: Vec<&str> = layout.blocks.iter().map(|block| block.span.of(&text).trim()).collect();
        assert_eq!(spans, ["- one", "more", "- two"], "{text}");
    }
    let text = "- <!-- a -->\n  one\n- two\n";
    let spans: Vec<&str> = read(text)
        .blocks
        .iter()
        .map(|block| block.span.of(text).trim())
        .collect();
    assert_eq!(spans, ["one", "- two"]);
}

#[test]
fn code_over_a_line_end_leads_back_to_its_words() {
    let text = "> ran `make\n> it so` twice\n";
    let layout = read(text);
    let flow = &layout.blocks[0].flow;
    assert_eq!(flow.text(), "ran make it so twice");
    assert_eq!(flow.span(4, 8).of(text), "make");
    assert_eq!(flow.span(9, 14).of(text), "it so");
}

#[test]
fn words_behind_a_comment_are_a_paragraph() {
    let text = "<!-- essaylint-ignore blame: x --> My dean did\nnot tell me.\n";
    let layout = read(text);
    assert_eq!(layout.comments.len(), 1);
    let blocks: Vec<&str> = layout.blocks.iter().map(|block| block.flow.text()).collect();
    assert_eq!(blocks, ["My dean did", "not tell me."]);
    assert_eq!(layout.blocks[0].span.of(text), "My dean did");
    assert_eq!(texts("<!-- a --> one <!-- b --> two\n").len(), 2);
}

#[test]
fn an_indented_paragraph_is_text_and_indented_code_is_not() {
    assert_eq!(texts("    I failed Step 1 in May and I passed it in June.\n").len(), 1);
    assert_eq!(texts("    let x = 1;\n").len(), 0);
}
