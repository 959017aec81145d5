/* Benchmark 3 (COBAHH) of Brette et al. 2007, an independent plain simulation. Double precision.
 *
 *   gcc -O3 -march=native -o /tmp/coba_hh coba_hh.c -lm
 *   /tmp/coba_hh SEED SECONDS DELAY_STEPS DT_MS METHOD      METHOD: 1 exponential Euler, 4 RK4
 *
 * In step n: integrate to t_n+1, threshold (v > -20 mV, 3 ms after the last spike at the earliest), and
 * what a spike brings arrives DELAY_STEPS steps after the beginning of the next step. 0 is what
 * Brian2's example does (it has no delays); 1 is the least delay that Hillock has.
 * Prints one line of JSON: rates in Hz over the run after 200 ms, and over all of it.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 4000, NE = 3200, RING = 64 };
static uint64_t state;
static uint64_t bits(void) { /* splitmix64 */
  uint64_t z = (state += 0x9e3779b97f4a7c15ull);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}
static double uniform(void) { return ((bits() >> 11) + 0.5) / 9007199254740992.0; }
static double normal(void) { return sqrt(-2 * log(uniform())) * cos(2 * M_PI * uniform()); }

static double v[N], m[N], h[N], nn[N], ge[N], gi[N];
static double re[RING][N], ri[RING][N]; /* arrivals to come */
static int *target[N], out[N], free_at[N];

static double x_over_exp(double x) { return fabs(x) < 1e-8 ? 1 - x / 2 : x / expm1(x); }

static const double C = 200, GL = 10, GNA = 20000, GKD = 6000, EL = -60, ENA = 50, EK = -90, VT = -63, EE = 0,
                    EI = -80, TE = 5, TI = 10;

static void rates(double x, double *r) {
  double u = x - VT;
  r[0] = 1.28 * x_over_exp((13 - u) / 4);
  r[1] = 1.4 * x_over_exp((u - 40) / 5);
  r[2] = 0.128 * exp((17 - u) / 18);
  r[3] = 4 / (1 + exp((40 - u) / 5));
  r[4] = 0.16 * x_over_exp((15 - u) / 5);
  r[5] = 0.5 * exp((10 - u) / 40);
}

static double toward(double x, double a, double b, double dt) { /* of x' = a(1-x) - bx */
  double s = a + b, inf = a / s;
  return inf + (x - inf) * exp(-s * dt);
}

static void slope(const double *y, double *d) {
  double r[6];
  rates(y[0], r);
  d[0] = (GL * (EL - y[0]) + y[4] * (EE - y[0]) + y[5] * (EI - y[0]) + GNA * y[1] * y[1] * y[1] * y[2] * (ENA - y[0]) +
          GKD * y[3] * y[3] * y[3] * y[3] * (EK - y[0])) / C;
  d[1] = r[0] * (1 - y[1]) - r[1] * y[1];
  d[2] = r[2] * (1 - y[2]) - r[3] * y[2];
  d[3] = r[4] * (1 - y[3]) - r[5] * y[3];
  d[4] = -y[4] / TE;
  d[5] = -y[5] / TI;
}

static void rk4(int i, double dt) {
  double y[6] = {v[i], m[i], h[i], nn[i], ge[i], gi[i]}, z[6], k[4][6];
  slope(y, k[0]);
  for (int s = 1; s < 4; s++) {
    double f = s == 3 ? dt : dt / 2;
    for (int j = 0; j < 6; j++) z[j] = y[j] + f * k[s - 1][j];
    slope(z, k[s]);
  }
  for (int j = 0; j < 6; j++) y[j] += dt / 6 * (k[0][j] + 2 * k[1][j] + 2 * k[2][j] + k[3][j]);
  v[i] = y[0], m[i] = y[1], h[i] = y[2], nn[i] = y[3], ge[i] = y[4], gi[i] = y[5];
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  state = strtoull(argv[1], 0, 10) * 1000003;
  double seconds = atof(argv[2]), dt = atof(argv[4]);
  int delay = atoi(argv[3]), method = atoi(argv[5]);
  long steps = lround(seconds * 1000 / dt), pairs = 0;
  int wait = (int)lround(3 / dt);
  for (int i = 0; i < N; i++) {
    target[i] = malloc(sizeof(int) * N);
    for (int j = 0; j < N; j++)
      if (uniform() < 0.02) target[i][out[i]++] = j; /* a neuron onto itself too, as there */
    pairs += out[i];
    v[i] = EL + 5 * normal() - 5;
    ge[i] = 10 * (1.5 * normal() + 4);
    gi[i] = 10 * (12 * normal() + 20);
    free_at[i] = -1;
  }
  double e_decay = exp(-dt / TE), i_decay = exp(-dt / TI);
  int *count = calloc(N, sizeof(int)), *late = calloc(N, sizeof(int));
  double *last = calloc(N, sizeof(double)), *s1 = calloc(N, sizeof(double)), *s2 = calloc(N, sizeof(double));
  long late_e = 0, late_i = 0, all = 0, tail = 0, again = 0;
  for (long n = 0; n < steps; n++) {
    double *ae = re[n % RING], *ai = ri[n % RING];
    for (int i = 0; i < N; i++) {
      ge[i] += ae[i], gi[i] += ai[i];
      ae[i] = ai[i] = 0;
      if (method == 4) {
        rk4(i, dt);
        continue;
      }
      double r[6], x = v[i], m3h = m[i] * m[i] * m[i] * h[i], n4 = nn[i] * nn[i] * nn[i] * nn[i];
      rates(x, r);
      double g = GL + ge[i] + gi[i] + GNA * m3h + GKD * n4;
      double inf = (GL * EL + ge[i] * EE + gi[i] * EI + GNA * m3h * ENA + GKD * n4 * EK) / g;
      v[i] = inf + (x - inf) * exp(-g / C * dt);
      m[i] = toward(m[i], r[0], r[1], dt);
      h[i] = toward(h[i], r[2], r[3], dt);
      nn[i] = toward(nn[i], r[4], r[5], dt);
      ge[i] *= e_decay, gi[i] *= i_decay;
    }
    for (int i = 0; i < N; i++) {
      if (v[i] > -20 && n >= free_at[i]) {
        if (n == free_at[i]) again++;
        free_at[i] = (int)n + wait;
        double t = (n + 1) * dt;
        all++;
        if (n >= steps - lround(100 / dt)) tail++;
        if (t > 200) {
          if (i < NE) late_e++; else late_i++;
          if (late[i]++) s1[i] += t - last[i], s2[i] += (t - last[i]) * (t - last[i]);
          last[i] = t;
        }
        double(*row)[N] = i < NE ? re : ri;
        for (int k = 0; k < out[i]; k++) row[(n + 1 + delay) % RING][target[i][k]] += i < NE ? 6 : 67;
      }
    }
  }
  double cv = 0;
  int with = 0, silent = 0;
  for (int i = 0; i < N; i++) {
    int k = late[i] - 1;
    if (late[i] == 0) silent++;
    if (late[i] >= 10) {
      double mean = s1[i] / k, var = s2[i] / k - mean * mean;
      cv += sqrt(var > 0 ? var : 0) / mean, with++;
    }
  }
  double window = seconds - 0.2;
  printf("{\"seed\": %s, \"seconds\": %g, \"delay_steps\": %d, \"dt\": %g, \"method\": %d, \"synapses\": %ld, "
         "\"rate\": %.4f, \"rate_exc\": %.4f, \"rate_inh\": %.4f, \"rate_all_time\": %.4f, \"rate_last_100ms\": %.4f, "
         "\"cv\": %.4f, \"neurons_in_cv\": %d, \"silent\": %d, \"again_at_once\": %ld}\n",
         argv[1], seconds, delay, dt, method, pairs, (late_e + late_i) / window / N, late_e / window / NE,
         late_i / window / (N - NE), all / seconds / N, tail / 0.1 / N, with ? cv / with : 0, with, silent, again);
  return 0;
}
