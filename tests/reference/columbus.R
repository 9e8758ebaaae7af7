# Writes columbus_expected.csv beside it: crime of the 49 neighbourhoods of Columbus, Ohio (Anselin 1988; data of the
# package spData, CC0) with their queen neighbours, and what spdep makes of them.
# R 4.2.2, spdep 1.2-7, spData 2.2.1, sf 1.0-9. Run in this folder: Rscript columbus.R
suppressMessages({ library(spdep); library(sf) })
columbus <- st_read(system.file("shapes/columbus.shp", package = "spData"), quiet = TRUE)
neighbours <- poly2nb(columbus, queen = TRUE)
crime <- columbus$CRIME
star <- localG(crime, nb2listw(include.self(neighbours), style = "B"))
local <- localmoran(crime, nb2listw(neighbours, style = "W"), conditional = FALSE)
overall <- moran.test(crime, nb2listw(neighbours, style = "W"))
cat(sprintf("Moran's I %.9f, z %.6f\n", overall$estimate[1], overall$statistic))
write.csv(data.frame(crime = format(crime, digits = 15), neighbours = sapply(neighbours, paste, collapse = " "), gi_star = format(as.numeric(star), digits = 15),
                     local_i = format(local[, "Ii"], digits = 15), local_z = format(local[, "Z.Ii"], digits = 15)),
          "columbus_expected.csv", row.names = FALSE, quote = FALSE)
