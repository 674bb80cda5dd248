-- What an author does in Neovim: opens a draft, reads what is found, asks about it, takes a fix.
-- Started by neovim.sh, with the draft as the first file.

local function fail(message)
  io.stderr:write("not ok: " .. message .. "\n")
  for _, line in ipairs(vim.fn.readfile(vim.lsp.get_log_path())) do
    io.stderr:write("  log: " .. line .. "\n")
  end
  vim.cmd("cquit 1")
end

local function check(holds, message)
  if not holds then
    fail(message)
  end
  io.stdout:write("ok: " .. message .. "\n")
end

-- Waits until a function gives something.
local function wait(message, what)
  local found
  vim.wait(20000, function()
    found = what()
    return found
  end, 20)
  check(found, message)
  return found
end

local buffer = vim.api.nvim_get_current_buf()

local function line(number)
  return vim.api.nvim_buf_get_lines(buffer, number - 1, number, true)[1]
end

-- The diagnostic of a lint, and how often it is found.
local function found(lint)
  local all = vim.tbl_filter(function(one)
    return one.code == lint
  end, vim.diagnostic.get(buffer))
  return all[1], #all
end

local function request(method, params)
  local answers, problem = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  check(not problem, method .. " is answered" .. (problem and ": " .. problem or ""))
  local _, answer = next(answers)
  check(answer and not answer.err, method .. " has a result")
  return answer.result
end

-- Runs the setup that editors/neovim.md has for this version.
local function set_up()
  local page = table.concat(vim.fn.readfile("editors/neovim.md"), "\n")
  local blocks = {}
  for block in page:gmatch("```lua\n(.-)```") do
    table.insert(blocks, block)
  end
  local setup, problem = loadstring(vim.lsp.config and blocks[1] or blocks[2])
  check(setup, "the setup is Lua" .. (problem and ": " .. problem or ""))
  setup()
end

local function fixes(diagnostic)
  local range = vim.lsp.util.make_given_range_params(
    { diagnostic.lnum + 1, diagnostic.col },
    { diagnostic.end_lnum + 1, diagnostic.end_col },
    buffer,
    "utf-16"
  )
  range.context = { diagnostics = {}, only = { "quickfix" } }
  return request("textDocument/codeAction", range)
end

local function titled(actions, title)
  for _, action in ipairs(actions) do
    if action.title == title then
      return action
    end
  end
  local titles = vim.tbl_map(function(action)
    return action.title
  end, actions)
  fail("no action is called '" .. title .. "': " .. vim.inspect(titles))
end

local function main()
  set_up()
  vim.bo.filetype = "markdown"
  local id = wait("the server is attached", function()
    return next(vim.lsp.buf_get_clients(buffer))
  end)

  -- Diagnostics, in the places that Neovim shows.
  local minimizing = wait("minimizing is found", function()
    return (found("minimizing"))
  end)
  check(minimizing.source == "essaylint", "essaylint says it")
  local curly = found("non-plain-text")
  check(curly and curly.lnum == 0, "the curly quote is found in the first line")
  check(line(1):sub(curly.col + 1, curly.end_col) == "’", "its column is right behind an emoji")

  -- Hover.
  vim.api.nvim_win_set_cursor(0, { 1, minimizing.col })
  local hover = request("textDocument/hover", vim.lsp.util.make_position_params(0, "utf-16"))
  local told = table.concat(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), "\n")
  check(told:find("**minimizing**", 1, true) and told:find("**why:**", 1, true), "hover tells what and why")

  -- A suggestion, as an edit of the workspace.
  local before = line(1)
  local safe
  for _, action in ipairs(fixes(curly)) do
    if action.isPreferred then
      safe = action
    end
  end
  check(safe, "the quote has a safe fix")
  vim.lsp.util.apply_workspace_edit(safe.edit, "utf-16")
  check(line(1) == before:gsub("’", "'"), "the fix changes the quote and nothing else")
  wait("the finding goes", function()
    return not found("non-plain-text")
  end)

  -- A suppression, taken as a person would with vim.lsp.buf.code_action.
  local slot = found("placeholder")
  check(slot and slot.lnum == 2, "the open slot is found in the third line")
  check(slot.severity == vim.diagnostic.severity.ERROR, "it is an error")
  vim.api.nvim_win_set_cursor(0, { 3, slot.col })
  vim.ui.select = function(actions, _, choose)
    for _, choice in ipairs(actions) do
      if choice[2].title == "silence placeholder here" then
        return choose(choice)
      end
    end
    fail("silence is not offered")
  end
  vim.lsp.buf.code_action()
  wait("the suppression stands above the paragraph", function()
    return line(3):find("<!-- essaylint-ignore placeholder: ", 1, true) == 1
  end)
  check(line(4) == "I scrubbed at [Center] in May.", "the paragraph is as it was")
  wait("the open slot is silenced", function()
    return not found("placeholder")
  end)
  local _, complaints = found("suppression")
  check(complaints == 0, "the suppression is accepted")

  -- The explanation, by the command of the server.
  local shown
  vim.lsp.handlers["window/showMessage"] = function(_, result)
    shown = result.message
  end
  local explain = titled(fixes((found("minimizing"))), "explain minimizing")
  request("workspace/executeCommand", explain.command)
  wait("the explanation is shown", function()
    return shown and shown:find("minimizing", 1, true)
  end)

  -- What is typed is linted.
  vim.api.nvim_buf_set_lines(buffer, 0, 1, true, { "I failed Step 1 in May 2022." })
  wait("what is typed is linted", function()
    return not found("minimizing")
  end)

  vim.lsp.stop_client(id)
  wait("the server ends", function()
    return vim.lsp.client_is_stopped(id)
  end)
  io.stdout:write("all is well\n")
  vim.cmd("qall!")
end

local ok, problem = pcall(main)
if not ok then
  fail(tostring(problem))
end
