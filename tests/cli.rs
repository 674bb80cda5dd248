//! The program as people meet it: arguments in, exactly these words and this exit status out.
//!
//! Each file under `tests/cmd` runs the program and holds what it must say. `TRYCMD=overwrite` writes them anew.

#[test]
fn the_program_says_exactly_this() {
    let cases = trycmd::TestCases::new();
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        // What the tester has set must not change what is tested; an empty value counts as none.
        cases.env(name, "");
    }
    cases.case("tests/cmd/*.trycmd").case("tests/cmd/*.toml");
}

#[test]
fn colors_are_used_where_they_are_wanted() {
    trycmd::TestCases::new().case("tests/cmd/colors/*.trycmd");
}
