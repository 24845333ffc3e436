# What is run often. `just` without a name lists it.

default:
    @just --list

# What CI runs
check:
    .ci/run

# The tests alone
test *ARGS:
    cargo test --locked {{ARGS}}

# How fast extraction is; `just bench trap` for the traps alone
bench *ARGS:
    cargo bench --locked --bench extract -- {{ARGS}}

# Licences, advisories, sources and banned crates (needs cargo-deny)
deny:
    cargo deny check

# Look at snapshots that changed (needs cargo-insta)
review:
    cargo insta review
