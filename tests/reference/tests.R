# Writes adjust_expected.csv, binomial_expected.csv, poisson_expected.csv and trend_expected.csv beside it.
# R 4.2.2, stats 4.2.2. Run in this folder: Rscript tests.R
set.seed(1995)
keep <- function(frame, file) write.csv(format(frame, digits = 15, trim = TRUE), file, row.names = FALSE, quote = FALSE)
p <- round(c(runif(120)^3, rep(0.01, 5), 0, 1, 1, round(runif(70), 2)), 6)
keep(data.frame(p = p, adjusted = p.adjust(p, "BH")), "adjust_expected.csv")
n <- c(rpois(60, 5) + 1, rpois(30, 60) + 1, rpois(8, 5000), 1, 250000)
share <- rep(c(0.5, 0.25, 0.3, 0.9), length.out = 100)
k <- rbinom(100, n, share)
keep(data.frame(k, n, share, p = mapply(function(k, n, share) binom.test(k, n, share)$p.value, k, n, share)), "binomial_expected.csv")
count <- c(0:20, 50, 137, 1000, 25000)
limits <- sapply(count, function(each) poisson.test(each)$conf.int)
keep(data.frame(count, low = limits[1, ], high = limits[2, ]), "poisson_expected.csv")
# Kendall 1975, with ties and continuity correction.
kendall <- function(x) {
  n <- length(x)
  s <- sum(sapply(seq_len(n - 1), function(i) sum(sign(x[(i + 1):n] - x[i]))))
  ties <- table(x)
  variance <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
  if (s == 0) 0 else (s - sign(s)) / sqrt(variance)
}
series <- replicate(20, rpois(12, 4) + sample(0:1, 1) * 0:11, simplify = FALSE)
keep(data.frame(series = sapply(series, paste, collapse = " "), z = sapply(series, kendall)), "trend_expected.csv")
