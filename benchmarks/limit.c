/* The limit of an upload: receive one connection's bytes, write them to a file, fsync it.
   cc -O2 -o limit limit.c && ./limit PORT FILE BYTES */
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static char buffer[1 << 20];

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 1)) return 1;
  puts("ready");
  fflush(stdout);
  int peer = accept(listener, NULL, NULL);
  int file = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0600);
  for (long long left = atoll(argv[3]); left > 0;) {
    ssize_t received = read(peer, buffer, sizeof buffer);
    if (received <= 0 || write(file, buffer, received) != received) return 1;
    left -= received;
  }
  if (fsync(file)) return 1;
  return write(peer, "k", 1) != 1;
}
