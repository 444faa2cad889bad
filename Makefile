# Ambit. `make help` lists what there is.
SWIFT ?= swift
DEBIAN = libyaml-dev pkg-config tzdata
RELEASE = .build/release/ambit
CASES ?= 10000
PREFIX ?= /usr/local
# Where packagers stage what will stand under PREFIX.
DESTDIR ?=
TO = $(DESTDIR)$(PREFIX)
DATA = $(TO)/share/ambit
BASH = $(TO)/share/bash-completion/completions/ambit
ZSH = $(TO)/share/zsh/site-functions/_ambit
FISH = $(TO)/share/fish/vendor_completions.d/ambit.fish
MAN = $(TO)/share/man/man1/ambit.1

.PHONY: help setup tools build install uninstall demo test random lint rules mutate bench manual clean

help: ## Lists the targets.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## Installs the Debian packages that are missing.
	@missing=""; for package in $(DEBIAN); do \
	  dpkg -s $$package 2>/dev/null | grep -q '^Status: install ok' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  root=""; [ "$$(id -u)" = 0 ] || root=sudo; \
	  $$root apt-get update -q && $$root apt-get install -y -q --no-install-recommends $$missing; fi

tools: ## Installs check-jsonschema for the tests of the schemas, at .build/tools.
	python3 -m venv .build/tools
	.build/tools/bin/pip install --quiet check-jsonschema

build: setup ## Builds ambit in release, at .build/release/ambit.
	$(SWIFT) build -c release --static-swift-stdlib --product ambit

install: build ## Installs program, rules, law, man page and completions under PREFIX.
	mkdir -p $(TO)/bin $(DATA) $(dir $(BASH) $(ZSH) $(FISH) $(MAN))
	install -m 755 $(RELEASE) $(TO)/bin/ambit
	rm -rf $(DATA)/rules $(DATA)/states $(DATA)/MANIFEST
	cp -R rules states $(DATA)/
	cd $(DATA) && find rules states -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum > MANIFEST
	chmod -R u=rwX,go=rX $(DATA)
	install -m 644 docs/ambit.1 $(MAN)
	$(RELEASE) --generate-completion-script bash > $(BASH)
	$(RELEASE) --generate-completion-script zsh > $(ZSH)
	$(RELEASE) --generate-completion-script fish > $(FISH)
	cd / && $(TO)/bin/ambit doctor --data $(DATA)

uninstall: ## Removes what install put under PREFIX.
	rm -f $(TO)/bin/ambit $(MAN) $(BASH) $(ZSH) $(FISH)
	rm -rf $(DATA)

demo: build ## Builds, and checks the example.
	@$(RELEASE) check examples/durham.yaml; status=$$?; \
	echo "(status $$status: 0 all well, 1 a gap, 3 something unknown or unverified)"; \
	[ $$status = 0 ] || [ $$status = 1 ] || [ $$status = 3 ]

test: setup ## Builds and passes the tests of the code and of the rules.
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	.build/debug/ambit rules test

random: setup ## In release: CASES random cases against the reference evaluator, all professions with all services, hostile documents in their time.
	AMBIT_CASES=$(CASES) $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-random --filter 'Differential|Grid|HostileDocument'

lint: ## Checks the form of the sources.
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

rules: ## Runs the tests of the rules alone.
	$(SWIFT) run ambit rules test

mutate: build ## Tells what the tests of the rules do not show and do not notice.
	$(RELEASE) rules test --coverage --mutate

bench: build ## Measures the examples and large programs: cold process, stages, memory.
	Benchmarks/run $(RELEASE)

manual: build ## Writes the man page, docs/ambit.1, anew.
	$(SWIFT) build --product generate-manual
	.build/debug/generate-manual-tool $(RELEASE) --date $(shell date +%F) -o docs

clean: ## Removes what was built.
	rm -rf .build
