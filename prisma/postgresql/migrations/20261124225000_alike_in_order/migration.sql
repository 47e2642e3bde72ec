-- Equal messages are looked for newest first: with the moment in the index, no other index looks better to the database.
DROP INDEX "Flag_houseId_wordsMark_idx";
DROP INDEX "Flag_houseId_alikeMark_idx";
CREATE INDEX "Flag_houseId_wordsMark_createdAt_idx" ON "Flag"("houseId", "wordsMark", "createdAt");
CREATE INDEX "Flag_houseId_alikeMark_createdAt_idx" ON "Flag"("houseId", "alikeMark", "createdAt");
