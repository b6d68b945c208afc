/* A disk that fails: loaded before the C library (LD_PRELOAD), it counts the calls that change what lies below a
 * folder, and at the n-th of them gives an error, kills the process, or writes half and kills it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { KILL = -1, TORN = -2 }; /* beside these the number of an error, as errno has it */

static char below[PATH_MAX];
static size_t below_length;
static long calls, fails_at;
static int fault, lasting;

/* Count from here; `how` is a fault or an error, at call `at` (none if 0), and at each later one if `for_good`. */
void disk_fails(const char *folder, long at, int how, int for_good) {
    snprintf(below, sizeof below, "%s", folder);
    below_length = strlen(below);
    calls = 0, fails_at = at, fault = how, lasting = for_good;
}

long disk_calls(void) { return calls; }

static int is_below(const char *path) { return below_length && !strncmp(path, below, below_length); }

static int is_open_below(int descriptor) {
    char link[64], path[PATH_MAX];
    ssize_t length;
    if (!below_length) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_below(path);
}

static void die(void) { kill(getpid(), SIGKILL); pause(); }

/* Whether this call is to fail; then errno says with what. A disk that stays full still takes names away. */
static int fails(int takes_room) {
    calls++;
    if (!fails_at || (lasting ? calls < fails_at : calls != fails_at)) return 0;
    if (lasting && fault == ENOSPC && !takes_room) return 0;
    if (fault == KILL) die();
    if (fault == TORN) return 0; /* only of a write there is a half */
    errno = fault;
    return 1;
}

static int is_torn(void) { return fault == TORN && calls == fails_at; }

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int descriptor, const void *bytes, size_t size) {
    REAL(write);
    if (descriptor > 2 && is_open_below(descriptor)) {
        if (fails(1)) return -1;
        if (is_torn()) { real(descriptor, bytes, size / 2); die(); }
    }
    return real(descriptor, bytes, size);
}

#define PLACED_WRITE(name, offset_t) \
    ssize_t name(int descriptor, const void *bytes, size_t size, offset_t at) { \
        REAL(name); \
        if (is_open_below(descriptor)) { \
            if (fails(1)) return -1; \
            if (is_torn()) { real(descriptor, bytes, size / 2, at); die(); } \
        } \
        return real(descriptor, bytes, size, at); \
    }
PLACED_WRITE(pwrite, off_t)
PLACED_WRITE(pwrite64, off64_t)

#define OF_DESCRIPTOR(name, given, passed) \
    int name given { REAL(name); return is_open_below(descriptor) && fails(0) ? -1 : real passed; }
OF_DESCRIPTOR(fsync, (int descriptor), (descriptor))
OF_DESCRIPTOR(fdatasync, (int descriptor), (descriptor))
OF_DESCRIPTOR(ftruncate, (int descriptor, off_t size), (descriptor, size))
OF_DESCRIPTOR(ftruncate64, (int descriptor, off64_t size), (descriptor, size))

#define OF_PATH(name, takes_room, given, passed) \
    int name given { REAL(name); return is_below(path) && fails(takes_room) ? -1 : real passed; }
OF_PATH(rename, 0, (const char *path, const char *name_then), (path, name_then))
OF_PATH(unlink, 0, (const char *path), (path))
OF_PATH(rmdir, 0, (const char *path), (path))
OF_PATH(mkdir, 1, (const char *path, mode_t mode), (path, mode))

int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat);
    int counts = path[0] == '/' || folder == AT_FDCWD ? is_below(path) : is_open_below(folder);
    return counts && fails(0) ? -1 : real(folder, path, flags);
}

/* A file that is made or emptied counts; one that is only opened does not. */
static int opening_fails(const char *path, int flags) {
    struct stat found;
    if (!is_below(path) || !(flags & (O_CREAT | O_TRUNC))) return 0;
    return (stat(path, &found) || flags & O_TRUNC) && fails(1);
}

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        return opening_fails(path, flags) ? -1 : real(path, flags, mode); \
    }
OPENING(open)
OPENING(open64)
