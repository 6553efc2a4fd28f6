/** Names the file in which the test files of one run write down how long they took. */
export const TIMES_FILE_VARIABLE = "NIGHTSHIFT_TEST_TIMES";
