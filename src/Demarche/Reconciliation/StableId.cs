using System.Security.Cryptography;
using System.Text;

namespace Demarche.Reconciliation;

/// <summary>Short names derived from content.</summary>
internal static class StableId
{
    /// <summary>A prefix and 40 bits of the SHA-256 of the parts.</summary>
    public static string Of(string prefix, IEnumerable<string> parts) =>
        prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..10];
}
