"""Tests that cannot pass on some file systems, with the reason (`scripts/test_platforms`)."""

from __future__ import annotations

from dataclasses import dataclass

FUSE = frozenset({"apfs", "hfs", "apfs-bare", "slow", "exfat-fuse", "ntfs-3g"})
UTF8 = frozenset({"apfs", "hfs", "apfs-bare", "exfat-fuse", "ntfs-3g"})
NO_LINKS = frozenset({"apfs-bare", "exfat-fuse"})
COARSE_TIMES = frozenset({"apfs-bare", "exfat-fuse"})


@dataclass(frozen=True)
class Reason:
    """Why a test cannot pass on some file systems.

    Attributes:
        sometimes: it may pass there: it does not always meet what it cannot pass.
    """

    systems: frozenset[str]
    reason: str
    sometimes: bool = False


_NOT_WATCHED = Reason(
    frozenset({"apfs", "hfs", "apfs-bare", "slow"}),
    "nobody reports changes in a file system of a program: pages ask for them instead",
)
_NOT_UTF8 = Reason(UTF8, "the test makes a name that is not UTF-8, which this disk refuses")
_FOLDER_OF_ANY_NAME = Reason(FUSE, "a file that is open and removed keeps a hidden name")
_COARSE = Reason(
    COARSE_TIMES, "the test changes a file within the two seconds that have one time", True
)
_SECOND_NAME = Reason(NO_LINKS, "the test gives a file a second name (link), which this disk lacks")
_NAMES = Reason(frozenset({"exfat-fuse"}), "the test makes a name that this disk cannot hold", True)
_KILLED = Reason(
    NO_LINKS | {"ntfs-3g"},
    "no rename keeps off what is there: a kill between two steps leaves a second or an empty file",
    sometimes=True,
)

EXCEPTIONS = {
    "test_files_are_named_that_come_change_and_go": _NOT_WATCHED,
    "test_folders_are_followed_that_come_later": _NOT_WATCHED,
    "test_of_many_changes_it_is_known_that_there_are_some": _NOT_WATCHED,
    "test_what_programs_keep_beside_files_is_not_reported": _NOT_WATCHED,
    "test_a_folder_that_is_found_twice_is_no_warning": _NOT_WATCHED,
    "test_a_folder_that_is_another_one_now_is_over": _NOT_WATCHED,
    "test_ten_share_one_watch_and_nothing_outlives_them": _NOT_WATCHED,
    "test_it_is_said_when_the_system_has_no_more_watches": _NOT_WATCHED,
    "test_every_name_is_listed_and_leads_to_its_own_file": _NOT_UTF8,
    "test_every_name_is_renamed_and_removed": _NOT_UTF8,
    "test_a_program_that_lists_its_files_by_name_is_no_500": _NOT_UTF8,
    "test_a_name_that_is_not_utf8_comes_back_byte_for_byte": _NOT_UTF8,
    "test_a_name_that_was_made_safe_is_said": _NAMES,
    "test_odd_names_and_others_in_the_trash": _NOT_UTF8,
    "test_names_in_a_zip_lead_nowhere_on_any_system": _NOT_UTF8,
    "test_a_folder_that_is_deleted_while_bytes_come_is_said_in_words": _FOLDER_OF_ANY_NAME,
    "test_a_file_that_changes_is_refused": _COARSE,
    "test_files_of_a_batch_come_all_or_none": _COARSE,
    "test_a_file_that_was_killed_between_two_names_is_two_files_when_moved_again": _SECOND_NAME,
    "test_file_that_another_program_removes_while_it_is_renamed_stays_removed": _SECOND_NAME,
    "test_a_file_gets_the_name_that_people_know": _SECOND_NAME,
    "test_killed_while_joining_the_pieces_are_still_good": _SECOND_NAME,
    "test_each_file_is_there_once_after_any_kill": _KILLED,
}
"""By the names of the tests."""
