using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class KindReaderTests
{
    [Theory]
    [InlineData("La prime est de 500 € par enfant.", "", ClaimKind.Rule)]
    [InlineData("La prime est de 500 € par enfant.", "Conditions d'attribution", ClaimKind.Condition)]
    [InlineData("Elle est versée en une fois.", "Démarche", ClaimKind.Procedure)]
    [InlineData("Le droit est ouvert à condition de résider en France.", "", ClaimKind.Condition)]
    [InlineData("Vous devez être âgé d'au moins 60 ans.", "Montant", ClaimKind.Condition)]
    [InlineData("Pour en bénéficier, l'assuré doit justifier de trois mois d'activité.", "Démarche", ClaimKind.Condition)]
    [InlineData("La demande est adressée à la caisse au moyen du formulaire CF-27.", "", ClaimKind.Procedure)]
    [InlineData("Vous devez déclarer vos revenus tous les trois mois.", "Conditions", ClaimKind.Procedure)]
    [InlineData("Le dossier contient les pièces suivantes :\n- un justificatif de domicile.", "", ClaimKind.Procedure)]
    [InlineData("L'aide est versée aux assurés qui remplissent les conditions suivantes :\n- payer un loyer.", "", ClaimKind.Condition)]
    [InlineData("Toutefois, la prime n'est pas due en cas de fraude.", "Conditions", ClaimKind.Exception)]
    [InlineData("Ces dispositions ne s'appliquent pas aux fonctionnaires.", "", ClaimKind.Exception)]
    public void A_further_claim_is_what_its_words_say_else_what_its_heading_says(string text, string heading, ClaimKind kind) =>
        KindReader.Of(new() { Kind = ClaimKind.Rule, Text = text, Quotes = [new(1, text)] }, heading).ShouldBe(kind);

    [Fact]
    public void Claims_come_and_are_numbered_in_the_order_in_which_they_are_read()
    {
        string[] sentences = ["La prime est de 400 €.", "La demande est adressée à la caisse.", "Toutefois, la prime est de 200 € pour un enfant placé.", "Il faut résider en France."];
        ClaimKind[] kinds = [ClaimKind.Rule, ClaimKind.Procedure, ClaimKind.Exception, ClaimKind.Condition];
        var passages = Passages.Of(sentences.SelectMany((sentence, i) => new RuleBook($"Guide {i}").Section("Prime").Paragraph(sentence).Build()));
        var draft = new AnswerDraft([.. sentences.Select((sentence, i) => new DraftClaim { Kind = kinds[i], Text = sentence, Quotes = [new(i + 1, sentence)] })]);

        var verified = CitationVerifier.Verify(draft, passages, new() { Writer = WriterKind.Extractive });

        verified.Claims.Select(claim => claim.Kind).ShouldBe([ClaimKind.Rule, ClaimKind.Condition, ClaimKind.Exception, ClaimKind.Procedure]);
        verified.Claims.SelectMany(claim => claim.Citations).ShouldBe([1, 2, 3, 4]);
        verified.Citations.Select(citation => citation.Quote).ShouldBe(verified.Claims.Select(claim => claim.Text));
    }
}
