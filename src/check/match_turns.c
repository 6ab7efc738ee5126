/* SPDX-License-Identifier: MIT */
/* The small words that decide which side of a sentence an option stands on. Folded; a language's words follow each
 * other. Words that mean something harmless in another supported language are left out ("no", "do", "als"). */
#include "match.h"

#define AGAINST(words)                                                                                                 \
	{                                                                                                              \
		STR_INIT(words), TURN_AGAINST                                                                          \
	}
#define OVER(words)                                                                                                    \
	{                                                                                                              \
		STR_INIT(words), TURN_OVER                                                                             \
	}
#define FROM(words)                                                                                                    \
	{                                                                                                              \
		STR_INIT(words), TURN_FROM                                                                             \
	}
#define TO(words)                                                                                                      \
	{                                                                                                              \
		STR_INIT(words), TURN_TO                                                                               \
	}
#define REPLACED(words)                                                                                                \
	{                                                                                                              \
		STR_INIT(words), TURN_REPLACED                                                                         \
	}
#define REASON(words)                                                                                                  \
	{                                                                                                              \
		STR_INIT(words), TURN_REASON                                                                           \
	}
#define EITHER(words)                                                                                                  \
	{                                                                                                              \
		STR_INIT(words), TURN_EITHER                                                                           \
	}
#define BESIDE(words)                                                                                                  \
	{                                                                                                              \
		STR_INIT(words), TURN_BESIDE                                                                           \
	}
#define FOR(words)                                                                                                     \
	{                                                                                                              \
		STR_INIT(words), TURN_FOR                                                                              \
	}
#define CHOSE(words)                                                                                                   \
	{                                                                                                              \
		STR_INIT(words), TURN_CHOSE                                                                            \
	}
#define STACK(words)                                                                                                   \
	{                                                                                                              \
		STR_INIT(words), TURN_STACK                                                                            \
	}
#define MOVE(words)                                                                                                    \
	{                                                                                                              \
		STR_INIT(words), TURN_MOVE                                                                             \
	}
#define REVISED(words)                                                                                                 \
	{                                                                                                              \
		STR_INIT(words), TURN_REVISED                                                                          \
	}
#define WEIGHED(words)                                                                                                 \
	{                                                                                                              \
		STR_INIT(words), TURN_WEIGHED                                                                          \
	}
#define BOTH(words)                                                                                                    \
	{                                                                                                              \
		STR_INIT(words), TURN_BOTH                                                                             \
	}
#define ASIDE(words)                                                                                                   \
	{                                                                                                              \
		STR_INIT(words), TURN_ASIDE                                                                            \
	}

const struct turn_word turn_words[] = {
	/* English */
	AGAINST("instead of"),
	AGAINST("rather than"),
	OVER("over"),
	AGAINST("not"),
	AGAINST("in place of"),
	AGAINST("as opposed to"),
	AGAINST("replace"),
	AGAINST("replacing"),
	AGAINST("remove"),
	AGAINST("removing"),
	AGAINST("get rid of"),
	AGAINST("removal of"),
	AGAINST("drop"),
	AGAINST("dropping"),
	AGAINST("deprecate"),
	AGAINST("deprecating"),
	AGAINST("retire"),
	AGAINST("abandon"),
	AGAINST("stop using"),
	AGAINST("avoid"),
	AGAINST("without"),
	AGAINST("reject"),
	AGAINST("rejected"),
	AGAINST("rejecting"),
	AGAINST("ruled out"),
	AGAINST("dismissed"),
	AGAINST("decided against"),
	AGAINST("against"),
	AGAINST("move away from"),
	AGAINST("away from"),
	AGAINST("wrapper around"),
	AGAINST("wrapper for"),
	AGAINST("alternative to"),
	AGAINST("successor to"),
	FROM("from"),
	TO("to"),
	TO("into"),
	TO("with"),
	TO("by"),
	TO("in favour of"),
	TO("in favor of"),
	REPLACED("replaced by"),
	REPLACED("replaced with"),
	REPLACED("is replaced"),
	REPLACED("was rejected"),
	REPLACED("were rejected"),
	REPLACED("is rejected"),
	REPLACED("was considered"),
	REPLACED("were considered"),
	REPLACED("was ruled out"),
	REPLACED("is not"),
	REPLACED("was not"),
	REPLACED("are not"),
	REPLACED("will not"),
	REASON("because"),
	REASON("since"),
	REASON("due to"),
	REASON("although"),
	REASON("though"),
	REASON("whereas"),
	REASON("unlike"),
	REASON("compared to"),
	REASON("compared with"),
	REASON("such as"),
	REASON("as it"),
	REASON("as they"),
	REASON("so that"),
	REASON("if we"),
	REASON("compatible with"),
	REASON("similar to"),
	REASON("even though"),
	REASON("than"),
	REASON("which"),
	EITHER("vs"),
	EITHER("versus"),
	EITHER("or"),
	EITHER("either"),
	EITHER("whether"),
	EITHER("which"),
	FOR("for"),
	BESIDE("on"),
	BESIDE("in"),
	BESIDE("using"),
	BESIDE("via"),
	BESIDE("on top of"),
	BESIDE("backed by"),
	BESIDE("built on"),
	BESIDE("based on"),
	BESIDE("through"),
	BESIDE("as part of"),
	BESIDE("inside"),
	BESIDE("when"),
	BESIDE("with"),
	BESIDE("from"),
	BESIDE("by"),
	BESIDE("of"),
	BESIDE("to"),
	ASIDE("for development"),
	ASIDE("for local development"),
	ASIDE("in development"),
	ASIDE("for local"),
	ASIDE("for dev"),
	ASIDE("for test"),
	ASIDE("for tests"),
	ASIDE("for testing"),
	ASIDE("in tests"),
	ASIDE("locally"),
	ASIDE("for unit tests"),
	ASIDE("for integration tests"),
	ASIDE("as builder"),
	ASIDE("build stage"),
	ASIDE("builder stage"),
	ASIDE("for prototyping"),
	CHOSE("was chosen"),
	CHOSE("is chosen"),
	CHOSE("were chosen"),
	CHOSE("has been chosen"),
	CHOSE("was selected"),
	CHOSE("is selected"),
	CHOSE("has been selected"),
	CHOSE("was picked"),
	CHOSE("is the choice"),
	STACK("technology stack"),
	STACK("technical stack"),
	STACK("tech stack"),
	STACK("software stack"),
	STACK("application stack"),
	STACK("development stack"),
	STACK("technologies"),
	STACK("environnement technique"),
	STACK("stack technique"),
	STACK("stack tecnologico"),
	STACK("technologie stack"),
	STACK("tooling"),
	REASON("while"),
	WEIGHED("considered"),
	WEIGHED("considering"),
	WEIGHED("looked at"),
	WEIGHED("looked into"),
	WEIGHED("evaluated"),
	WEIGHED("evaluating"),
	WEIGHED("tried"),
	WEIGHED("compared"),
	WEIGHED("investigated"),
	WEIGHED("explored"),
	WEIGHED("options are"),
	WEIGHED("options were"),
	WEIGHED("options for"),
	WEIGHED("alternatives"),
	WEIGHED("alternative"),
	WEIGHED("candidates"),
	WEIGHED("candidate"),
	WEIGHED("choose between"),
	WEIGHED("choices"),
	WEIGHED("so far"),
	WEIGHED("until now"),
	WEIGHED("up to now"),
	WEIGHED("previously"),
	WEIGHED("historically"),
	WEIGHED("in betracht gezogen"),
	WEIGHED("verglichen"),
	WEIGHED("evaluiert"),
	WEIGHED("bisher"),
	WEIGHED("envisage"),
	WEIGHED("envisages"),
	WEIGHED("envisagee"),
	WEIGHED("jusqu a present"),
	WEIGHED("consideramos"),
	WEIGHED("evaluamos"),
	WEIGHED("avaliamos"),
	WEIGHED("alternativas"),
	WEIGHED("hasta ahora"),
	WEIGHED("ate agora"),
	WEIGHED("рассматривали"),
	WEIGHED("рассматривались"),
	WEIGHED("до сих пор"),
	REVISED("update"),
	REVISED("updated decision"),
	REVISED("re-evaluation"),
	REVISED("reevaluation"),
	REVISED("re-evaluated"),
	REVISED("revision"),
	REVISED("revised decision"),
	REVISED("revised"),
	REVISED("addendum"),
	REVISED("amendment"),
	REVISED("nachtrag"),
	REVISED("aktualisierung"),
	REVISED("mise a jour"),
	REVISED("actualizacion"),
	REVISED("atualizacao"),
	REVISED("aggiornamento"),
	REVISED("обновление"),
	REVISED("更新"),
	REVISED("追記"),
	MOVE("migrate"),
	MOVE("migrating"),
	MOVE("migration"),
	MOVE("migrated"),
	MOVE("switch"),
	MOVE("switching"),
	MOVE("move"),
	MOVE("moving"),
	MOVE("transition"),
	MOVE("change"),
	MOVE("convert"),
	BOTH("dual license"),
	BOTH("dual licensed"),
	BOTH("dual licensing"),
	BOTH("at your option"),
	BOTH("both"),
	BOTH("respectively"),
	AGAINST("originally selected"),
	AGAINST("originally chosen"),
	AGAINST("originally used"),
	AGAINST("previously used"),
	AGAINST("initially chose"),
	AGAINST("originally chose"),
	REPLACED("is deprecated"),
	REPLACED("are deprecated"),
	REPLACED("images are deprecated"),
	REPLACED("was dropped"),
	REPLACED("were dropped"),
	REPLACED("was discarded"),
	REPLACED("were discarded"),
	REPLACED("were ruled out"),
	REPLACED("is ruled out"),
	REPLACED("discarded"),
	REPLACED("was dismissed"),
	REPLACED("were dismissed"),
	REPLACED("and dropped it"),
	REPLACED("and abandoned it"),
	/* German */
	AGAINST("statt"),
	AGAINST("anstatt"),
	AGAINST("anstelle von"),
	AGAINST("nicht"),
	AGAINST("gegen"),
	AGAINST("ersetzt"),
	FROM("von"),
	TO("zu"),
	TO("auf"),
	TO("durch"),
	REPLACED("wird ersetzt"),
	REPLACED("wurde verworfen"),
	REASON("weil"),
	REASON("obwohl"),
	REASON("wegen"),
	EITHER("oder"),
	EITHER("gegenuber"),
	FOR("fur"),
	BESIDE("auf"),
	BESIDE("mit"),
	BESIDE("im"),
	BESIDE("uber"),
	ASIDE("zum testen"),
	ASIDE("fur tests"),
	ASIDE("lokal"),
	/* French */
	AGAINST("au lieu de"),
	AGAINST("plutot que"),
	AGAINST("et non"),
	AGAINST("remplacer"),
	AGAINST("a la place de"),
	FROM("passer de"),
	FROM("migrer de"),
	TO("vers"),
	TO("par"),
	REPLACED("est remplace par"),
	REASON("parce que"),
	REASON("car"),
	REASON("puisque"),
	EITHER("ou"),
	FOR("pour"),
	BESIDE("avec"),
	BESIDE("sur"),
	BESIDE("dans"),
	/* Spanish, Portuguese, Italian */
	AGAINST("en lugar de"),
	AGAINST("en vez de"),
	AGAINST("em vez de"),
	AGAINST("ao inves de"),
	AGAINST("em lugar de"),
	AGAINST("invece di"),
	AGAINST("al posto di"),
	AGAINST("reemplazar"),
	AGAINST("substituir"),
	AGAINST("sostituire"),
	REASON("porque"),
	REASON("ya que"),
	REASON("pois"),
	REASON("perche"),
	FOR("para"),
	BESIDE("con"),
	BESIDE("com"),
	BESIDE("sobre"),
	FOR("per"),
	BESIDE("en"),
	BESIDE("em"),
	/* Dutch, Polish, Russian */
	AGAINST("in plaats van"),
	AGAINST("niet"),
	AGAINST("zamiast"),
	AGAINST("вместо"),
	AGAINST("а не"),
	REASON("omdat"),
	REASON("poniewaz"),
	REASON("потому что"),
	REASON("так как"),
	EITHER("или"),
	FOR("voor"),
	BESIDE("met"),
	FOR("dla"),
	FOR("для"),
	BESIDE("поверх"),
	BESIDE("на"),
	BESIDE("с"),
	{{NULL, 0}, TURN_AGAINST},
};

const struct str veto_words[] = {
	STR_INIT("upgrade"),    STR_INIT("upgrading"), STR_INIT("bump"),   STR_INIT("version"),
	STR_INIT("support"),    STR_INIT("supported"), STR_INIT("naming"), STR_INIT("mise a jour"),
	STR_INIT("actualizar"), STR_INIT("atualizar"), STR_INIT("local development"),
	STR_INIT("development environment"), STR_INIT("dev environment"), STR_INIT("lokale entwicklung"),
	STR_INIT("ローカル"), STR_INIT("開発環境"), {NULL, 0},
};
