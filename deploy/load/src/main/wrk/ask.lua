-- wrk … -s ask.lua ADDRESS -- WHAT RUN TOKEN
-- WHAT is list, register, found or say; RUN is in every name, so that each request is another command.
local started = 0

function setup(thread)
  started = started + 1
  thread:set("number", started)
end

function init(args)
  what, run, token = args[1], args[2], args[3]
  asked = 0
  headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/json" }
  if token then
    headers["Authorization"] = "Bearer " .. token
  end
end

function request()
  asked = asked + 1
  local name = run .. "-" .. number .. "-" .. asked
  if what == "list" then
    return wrk.format("GET", nil, headers)
  end
  local body
  if what == "register" then
    body = '{"username":"' .. name .. '","password":"a kettle of green tea","role":"member"}'
  elseif what == "found" then
    headers["Idempotency-Key"] = name
    body = '{"name":"Hall ' .. name .. '","language":"en"}'
  else
    body = '{"localId":"' .. name .. '","body":"What is a kettle of green tea worth at noon?"}'
  end
  return wrk.format("POST", nil, headers, body)
end
