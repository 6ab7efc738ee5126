/* SPDX-License-Identifier: MIT */
/* Arena, lists and growing texts. */
#include "testing.h"

#include "adr/base/list.h"
#include "adr/base/scope.h"
#include "adr/base/text.h"

static void pieces_are_zero_aligned_and_apart(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	char *last = NULL;
	for (size_t size = 0; size < 70000; size = size * 2 + 1) {
		char *piece = arena_take(arena, size);
		assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(piece[i], 0);
		if (size > 0)
			memset(piece, 'x', size);
		if (last)
			assert_ptr_not_equal(last, piece);
		last = size > 0 ? piece : NULL;
	}
	arena_free(arena);
}

static void texts_lie_close_together(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct str one = arena_copy(arena, STR("one"));
	struct str two = arena_printf(arena, "%d", 2);
	assert_string_equal(one.at, "one");
	assert_ptr_equal(two.at, one.at + 4);
	size_t used = arena_used(arena);
	assert_string_equal(arena_copy_z(arena, (struct str){0}), "");
	assert_int_equal(arena_used(arena), used);
	assert_int_equal((uintptr_t)arena_take(arena, 8) % _Alignof(max_align_t), 0);
	assert_string_equal(one.at, "one");
	arena_free(arena);
}

static void pieces_behind_odd_texts_are_aligned(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	for (size_t length = 1; length < 3000000; length = length * 3 + 1) {
		SCOPED(text_release) struct text text = {0};
		text_add_repeat(&text, 'x', length);
		assert_int_equal(arena_copy(arena, text_str(&text)).length, length);
		assert_int_equal((uintptr_t)arena_take(arena, 0) % _Alignof(max_align_t), 0);
		assert_int_equal((uintptr_t)arena_take(arena, 1) % _Alignof(max_align_t), 0);
	}
	arena_free(arena);
}

static void reset_memory_comes_back_zeroed(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	memset(arena_take(arena, 100), 'x', 100);
	assert_int_equal(arena_used(arena), 100);
	arena_reset(arena);
	assert_int_equal(arena_used(arena), 0);
	const char *piece = arena_take(arena, 100);
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(piece[i], 0);
	arena_free(arena);
}

static void grows_in_place_or_moves(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	char *a = arena_take(arena, 16);
	memcpy(a, "abc", 4);
	char *same = arena_grow(arena, a, 16, 64);
	assert_ptr_equal(a, same);
	arena_take(arena, 16);
	char *moved = arena_grow(arena, a, 64, 128);
	assert_ptr_not_equal(a, moved);
	assert_string_equal(moved, "abc");
	arena_free(arena);
}

static void large_pieces_grow_and_leave_small_ones_alone(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	size_t size = (size_t)1 << 20, before = arena_used(arena);
	char *large = memset(arena_take(arena, size), 'l', size);
	const char *small = memset(arena_take(arena, 100), 's', 100);
	char *other = memset(arena_take(arena, size), 'o', size);
	for (int round = 0; round < 4; round++, size *= 2) {
		large = arena_grow(arena, large, size, 2 * size);
		other = arena_grow(arena, other, size, 2 * size);
		memset(large + size, 'l', size);
		memset(other + size, 'o', size);
	}
	for (size_t i = 0; i < size; i += 997)
		assert_true(large[i] == 'l' && other[i] == 'o');
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(small[i], 's');
	assert_int_equal(arena_used(arena) - before, 2 * size + 100); /* nothing was left behind */
	arena_reset(arena);
	assert_int_equal(*(const char *)arena_take(arena, 2 * size), 0);
	arena_free(arena);
}

static void lists_grow(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct numbers LIST_OF(int) numbers = {0};
	for (int i = 0; i < 1000; i++)
		*LIST_ADD(arena, &numbers) = i;
	int expected = 0;
	LIST_EACH (int, number, &numbers)
		assert_int_equal(*number, expected++);
	assert_int_equal(expected, 1000);
	numbers.count = 10; /* shortened by hand: the next item is zeroed all the same */
	assert_int_equal(*LIST_ADD(arena, &numbers), 0);
	arena_free(arena);
}

static void an_empty_list_has_no_items(void **state)
{
	(void)state;
	struct strs none = {0};
	LIST_EACH (struct str, text, &none)
		fail_msg("found %p", (void *)text);
}

static void texts_are_joined(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct strs list = {0};
	assert_string_equal(strs_join(arena, &list, STR(", ")).at, "");
	*LIST_ADD(arena, &list) = STR("one");
	assert_string_equal(strs_join(arena, &list, STR(", ")).at, "one");
	*LIST_ADD(arena, &list) = (struct str){0};
	*LIST_ADD(arena, &list) = STR("three");
	struct str joined = strs_join(arena, &list, STR(", "));
	assert_string_equal(joined.at, "one, , three");
	assert_int_equal(joined.length, 12);
	arena_free(arena);
}

static void texts_grow(void **state)
{
	(void)state;
	SCOPED(text_release) struct text text = {0};
	for (int i = 0; i < 100; i++)
		text_printf(&text, "%d,", i);
	text_add_repeat(&text, '-', 3);
	text_add(&text, STR("\0end"));
	assert_true(str_starts(text_str(&text), STR("0,1,2,")));
	assert_int_equal(text.length, 290 + 3 + 4);
	assert_int_equal(text.at[text.length], '\0');
	text_clear(&text);
	assert_int_equal(text.length, 0);
	assert_string_equal(text.at, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_zero_aligned_and_apart),
		cmocka_unit_test(reset_memory_comes_back_zeroed),
		cmocka_unit_test(texts_lie_close_together),
		cmocka_unit_test(pieces_behind_odd_texts_are_aligned),
		cmocka_unit_test(grows_in_place_or_moves),
		cmocka_unit_test(large_pieces_grow_and_leave_small_ones_alone),
		cmocka_unit_test(lists_grow),
		cmocka_unit_test(an_empty_list_has_no_items),
		cmocka_unit_test(texts_grow),
		cmocka_unit_test(texts_are_joined),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
