/* A disk that fails: loaded before the C library (LD_PRELOAD), it counts the calls that change what lies below a
 * folder, and at the n-th of them gives an error, kills the process, or writes half and kills it. It can also write
 * each of them down, with what was written, so that a machine that stops can be played (power.py). */
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
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { KILL = -1, TORN = -2 }; /* beside these the number of an error, as errno has it */

static char below[PATH_MAX];
static size_t below_length;
static long calls, fails_at;
static int fault, lasting, record = -1;
static char open_at[PATH_MAX]; /* the path of the descriptor that was asked about last */

/* Count from here; `how` is a fault or an error, at call `at` (none if 0), and at each later one if `for_good`. */
void disk_fails(const char *folder, long at, int how, int for_good) {
    snprintf(below, sizeof below, "%s", folder);
    below_length = strlen(below);
    calls = 0, fails_at = at, fault = how, lasting = for_good;
}

/* Write the calls down there, each a line of kind, place, size and path (or two), and the bytes of a write; -1: no more. */
void disk_records(int descriptor) { record = descriptor; }

static void note(char kind, long long at, const char *path, const char *name_then, const void *bytes, size_t size) {
    char line[2 * PATH_MAX + 64];
    if (record < 0) return;
    int length = snprintf(line, sizeof line, "%c\t%lld\t%zu\t%s\t%s\n", kind, at, size, path, name_then);
    syscall(SYS_write, record, line, (size_t)length);
    if (bytes) syscall(SYS_write, record, bytes, size);
}

long disk_calls(void) { return calls; }

static int is_below(const char *path) { return below_length && !strncmp(path, below, below_length); }

static int is_open_below(int descriptor) {
    char link[64];
    ssize_t length;
    if (!below_length) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, open_at, sizeof open_at - 1);
    if (length < 0) return 0;
    open_at[length] = 0;
    return is_below(open_at);
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
    ssize_t written;
    if (descriptor <= 2 || descriptor == record || !is_open_below(descriptor)) return real(descriptor, bytes, size);
    if (fails(1)) return -1;
    if (is_torn()) { real(descriptor, bytes, size / 2); die(); }
    written = real(descriptor, bytes, size);
    if (written > 0) note('w', lseek(descriptor, 0, SEEK_CUR) - written, open_at, "", bytes, written);
    return written;
}

#define PLACED_WRITE(name, offset_t) \
    ssize_t name(int descriptor, const void *bytes, size_t size, offset_t at) { \
        REAL(name); \
        ssize_t written; \
        if (!is_open_below(descriptor)) return real(descriptor, bytes, size, at); \
        if (fails(1)) return -1; \
        if (is_torn()) { real(descriptor, bytes, size / 2, at); die(); } \
        written = real(descriptor, bytes, size, at); \
        if (written > 0) note('w', at, open_at, "", bytes, written); \
        return written; \
    }
PLACED_WRITE(pwrite, off_t)
PLACED_WRITE(pwrite64, off64_t)

#define OF_DESCRIPTOR(name, kind, at, given, passed) \
    int name given { \
        REAL(name); \
        int result; \
        if (!is_open_below(descriptor)) return real passed; \
        if (fails(0)) return -1; \
        result = real passed; \
        if (!result) note(kind, at, open_at, "", NULL, 0); \
        return result; \
    }
OF_DESCRIPTOR(fsync, 's', 0, (int descriptor), (descriptor))
OF_DESCRIPTOR(fdatasync, 's', 0, (int descriptor), (descriptor))
OF_DESCRIPTOR(ftruncate, 't', size, (int descriptor, off_t size), (descriptor, size))
OF_DESCRIPTOR(ftruncate64, 't', size, (int descriptor, off64_t size), (descriptor, size))

#define OF_PATH(name, kind, takes_room, then, given, passed) \
    int name given { \
        REAL(name); \
        int result; \
        if (!is_below(path)) return real passed; \
        if (fails(takes_room)) return -1; \
        result = real passed; \
        if (!result) note(kind, 0, path, then, NULL, 0); \
        return result; \
    }
OF_PATH(rename, 'r', 0, name_then, (const char *path, const char *name_then), (path, name_then))
OF_PATH(unlink, 'u', 0, "", (const char *path), (path))
OF_PATH(rmdir, 'u', 0, "", (const char *path), (path))
OF_PATH(mkdir, 'm', 1, "", (const char *path, mode_t mode), (path, mode))

int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat);
    char whole[2 * PATH_MAX];
    int is_whole = path[0] == '/' || folder == AT_FDCWD, result;
    if (!(is_whole ? is_below(path) : is_open_below(folder))) return real(folder, path, flags);
    if (fails(0)) return -1;
    snprintf(whole, sizeof whole, is_whole ? "%s%s" : "%s/%s", is_whole ? "" : open_at, path);
    result = real(folder, path, flags);
    if (!result) note('u', 0, whole, "", NULL, 0);
    return result;
}

/* A file that is made or emptied counts; one that is only opened does not. */
static int is_made(const char *path, int flags) {
    struct stat found;
    return is_below(path) && flags & (O_CREAT | O_TRUNC) && (stat(path, &found) || flags & O_TRUNC);
}

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        if (!is_made(path, flags)) return real(path, flags, mode); \
        if (fails(1)) return -1; \
        int opened = real(path, flags, mode); \
        if (opened >= 0) note('c', 0, path, "", NULL, 0); \
        return opened; \
    }
OPENING(open)
OPENING(open64)
