"""Runs the asserts of asserts.json against solution.py and prints TAP, one test an assert."""

import json
import traceback

import solution

with open("asserts.json", encoding="utf-8") as file:
    plan = json.load(file)

candidate = getattr(solution, plan["entry_point"])
print("TAP version 13")
print(f"1..{len(plan['asserts'])}")
for number, text in enumerate(plan["asserts"], start=1):
    try:
        exec(text, {"candidate": candidate, "math": __import__("math")})
        print(f"ok {number} - assert {number}", flush=True)
    except BaseException as error:
        print(f"not ok {number} - assert {number}", flush=True)
        print("  ---")
        print(f"  message: {json.dumps(f'{text}: {error!r}')}")
        print(f"  stack: {json.dumps(traceback.format_exc())}")
        print("  ...", flush=True)
