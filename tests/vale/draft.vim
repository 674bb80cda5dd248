" Lints a draft with ALE through its plugin for Vale, and writes what ALE shows: one line for each finding.
set nocompatible noswapfile
let &runtimepath = '/usr/share/vim-ale,' . &runtimepath
filetype plugin on
let g:ale_linters = { 'markdown': ['vale'] }
let g:ale_linters_explicit = 1
let g:ale_markdown_vale_executable = $SHIM
let g:ale_markdown_vale_input_file = '%s'
runtime! plugin/ale.vim
execute 'edit' fnameescape($DRAFT)
set filetype=markdown
call ale#Queue(0, 'lint_file')
call wait(20000, {-> !empty(ale#engine#GetLoclist(bufnr('')))})
let s:shown = map(copy(ale#engine#GetLoclist(bufnr(''))),
    \ {_, found -> join([found.lnum, found.col, found.end_col, found.type, found.code, found.text])})
call writefile(s:shown, $SHOWN)
qall!
